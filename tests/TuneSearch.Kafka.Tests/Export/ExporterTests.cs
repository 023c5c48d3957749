using System.Diagnostics;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Kafka.Export;
using YamlDotNet.Serialization;

namespace TuneSearch.Kafka.Tests.Export;

public sealed class ExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ServerProperties_Answer_ParsesToTheBrokersSettings() =>
        JavaProperties.Parse(Write("server.properties")).ShouldBe(
            new Dictionary<string, string>
            {
                ["listener.name.internal.num.network.threads"] = "5",
                ["log.segment.bytes"] = "268435456",
                ["num.io.threads"] = "40",
                ["queued.max.requests"] = "1200",
            },
            ignoreOrder: true);

    [Fact]
    public void ServerProperties_EachLine_SaysDefaultTunedEffectAndRestart() =>
        Write("server.properties").ShouldContain(
            """
            # default 8 -> tuned 40; effect +3.1 % (95 %: +1.2 % to +5.0 %); takes effect while running
            num.io.threads=40

            # default 500 -> tuned 1200; effect +3.1 % (95 %: +1.2 % to +5.0 %); needs a restart
            queued.max.requests=1200

            """);

    [Fact]
    public void ServerProperties_Undo_RemovesTheLines()
    {
        var undo = WriteUndo("server.properties");

        JavaProperties.Parse(undo).ShouldBe(new Dictionary<string, string>());
        undo.ShouldContain("# tuned 40 -> default; takes effect while running\n# remove the line: num.io.threads\n");
    }

    [Fact]
    public void Header_VerifiedAnswer_SaysByHowMuch() =>
        Write("server.properties").ShouldStartWith(
            """
            # TuneSearch: test, maximize throughput.
            # Verified: +12.3 % (95 %: +8.1 % to +16.4 %) over the baseline.
            # a note over two lines

            """);

    [Fact]
    public void Header_UnverifiedBaseline_IsNoGainOfNothing() =>
        Exporters.All.Single(exporter => exporter.Name == "server.properties").Write(Answer.Of(ExportCase.Job, new JobAnswer(Verdict.Unverified, ExportCase.Job.Baseline)))
            .ShouldContain("# UNVERIFIED: the best that was measured is the baseline so far: nothing to change.\n");

    [Fact]
    public async Task KafkaConfigs_RunByAShell_ClimbsTheLadderAndAltersTopics() =>
        (await RunAsync(Write("kafka-configs"))).ShouldBe(
        [
            "--bootstrap-server b:9092 --alter --entity-type brokers --entity-default --add-config listener.name.internal.num.network.threads=5",
            "--bootstrap-server b:9092 --alter --entity-type brokers --entity-default --add-config num.io.threads=16",
            "--bootstrap-server b:9092 --alter --entity-type brokers --entity-default --add-config num.io.threads=32",
            "--bootstrap-server b:9092 --alter --entity-type brokers --entity-default --add-config num.io.threads=40",
            "--bootstrap-server b:9092 --alter --entity-type topics --entity-name orders --add-config segment.bytes=268435456",
            "--bootstrap-server b:9092 --alter --entity-type topics --entity-name clicks --add-config segment.bytes=268435456",
        ]);

    [Fact]
    public async Task KafkaConfigs_UndoRunByAShell_DeletesInsteadOfSetting() =>
        (await RunAsync(WriteUndo("kafka-configs")))[^3..].ShouldBe(
        [
            "--bootstrap-server b:9092 --alter --entity-type brokers --entity-default --delete-config num.io.threads",
            "--bootstrap-server b:9092 --alter --entity-type topics --entity-name orders --delete-config segment.bytes",
            "--bootstrap-server b:9092 --alter --entity-type topics --entity-name clicks --delete-config segment.bytes",
        ]);

    [Fact]
    public void Strimzi_Answer_IsAKafkaResourceWithoutForbiddenKeys()
    {
        var kafka = Kafka(Write("strimzi"));

        ((Dictionary<object, object>)kafka["config"]).ShouldBe(
            new Dictionary<object, object> { ["log.segment.bytes"] = "268435456", ["num.io.threads"] = "40", ["queued.max.requests"] = "1200" }, ignoreOrder: true);
        var jvm = (Dictionary<object, object>)kafka["jvmOptions"];
        (jvm["-Xms"], jvm["-Xmx"], ((Dictionary<object, object>)jvm["-XX"])["MaxGCPauseMillis"]).ShouldBe(("4096m", "4096m", "50"));
    }

    [Fact]
    public void Strimzi_ForbiddenKey_IsNamedInAComment() =>
        Write("strimzi").ShouldContain("# not here: listener.name.internal.num.network.threads = 5 (Strimzi forbids 'listener.name.internal.num.network.threads' in spec.kafka.config)");

    [Fact]
    public void Strimzi_Undo_TakesTheKeysOut() =>
        ((Dictionary<object, object>)Kafka(WriteUndo("strimzi"))["config"])["num.io.threads"].ShouldBeNull();

    [Theory]
    [InlineData("num.io.threads", true)]
    [InlineData("log.dirs", false)]
    [InlineData("ssl.protocol", true)]
    [InlineData("ssl.keystore.location", false)]
    [InlineData("controller.quorum.fetch.timeout.ms", true)]
    [InlineData("controller.quorum.voters", false)]
    public void Strimzi_Key_IsAllowedAsItsReferenceSays(string key, bool expected) => StrimziRules.Allows(key).ShouldBe(expected);

    [Fact]
    public void Terraform_Answer_ParsesToConfigurationAndLocals()
    {
        var values = HclText.Parse(Write("terraform"));

        JavaProperties.Parse(values["resource.aws_msk_configuration.tunesearch.server_properties"]!.Replace(" = ", "="))["num.io.threads"].ShouldBe("40");
        values["locals.tunesearch_topic_config.segment.bytes"].ShouldBe("268435456");
        values["locals.tunesearch_infrastructure.instance.type"].ShouldBe("m6i.large");
    }

    [Fact]
    public void Terraform_Undo_GivesBackTheInstance() =>
        HclText.Parse(WriteUndo("terraform"))["locals.tunesearch_infrastructure.instance.type"].ShouldBe("m5.large");

    [Fact]
    public void Sysctl_AnswerAndUndo_SetTheKey()
    {
        Sysctl(Write("sysctl")).ShouldBe(["vm.swappiness", "1"]);
        Sysctl(WriteUndo("sysctl")).ShouldBe(["vm.swappiness", "60"]);
    }

    [Fact]
    public async Task Jvm_SourcedByAShell_IsTheEnvironment()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "jvm.env"), Write("jvm"));

        (await ShellAsync($". {_folder}/jvm.env; echo \"$KAFKA_HEAP_OPTS\"; echo \"$KAFKA_JVM_PERFORMANCE_OPTS\"")).ShouldBe(
        [
            "-Xms4096m -Xmx4096m",
            "-server -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:InitiatingHeapOccupancyPercent=35 -XX:MaxGCPauseMillis=50 -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true",
        ]);
    }

    [Fact]
    public void Jvm_Undo_IsTheBaselinesEnvironment() => WriteUndo("jvm").ShouldContain("KAFKA_HEAP_OPTS=\"-Xms1024m -Xmx1024m\"");

    [Fact]
    public void JavaProducer_Answer_HasJavasNamesAndUnits() =>
        JavaProperties.Parse(Write("java-producer")).ShouldBe(
            new Dictionary<string, string>
            {
                ["linger.ms"] = "13", ["compression.type"] = "zstd", ["compression.zstd.level"] = "3", ["buffer.memory"] = "67108864",
            },
            ignoreOrder: true);

    [Fact]
    public void JavaProducer_SettingThatJavaLacks_SaysWhy() =>
        Write("java-producer").ShouldContain("# not here: batch.num.messages = 500 (the Java client limits batches by bytes only)");

    [Fact]
    public void LibrdkafkaProducer_Answer_HasItsNames() =>
        JavaProperties.Parse(Write("librdkafka-producer")).ShouldBe(
            new Dictionary<string, string>
            {
                ["linger.ms"] = "12.5", ["compression.type"] = "zstd", ["compression.level"] = "3", ["queue.buffering.max.kbytes"] = "65536", ["batch.num.messages"] = "500",
            },
            ignoreOrder: true);

    [Fact]
    public void JavaConsumer_Answer_HasJavasName() => JavaProperties.Parse(Write("java-consumer"))["fetch.max.wait.ms"].ShouldBe("50");

    [Fact]
    public void All_EveryLineThatChanges_IsSomewhere()
    {
        var everything = string.Concat(Exporters.All.Select(e => e.Write(ExportCase.Answer)));

        ExportCase.Answer.Lines.Where(l => !everything.Contains(l.Setting)).ShouldBeEmpty();
    }

    private static string Write(string name) => Exporters.All.Single(e => e.Name == name).Write(ExportCase.Answer);

    private static string WriteUndo(string name) => Exporters.All.Single(e => e.Name == name).Write(ExportCase.Undo);

    private static string[] Sysctl(string text) =>
        text.Split('\n').Single(l => l.Length > 0 && l[0] != '#').Split(" = ");

    private static Dictionary<object, object> Kafka(string yaml)
    {
        var resource = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(yaml);
        resource["kind"].ShouldBe("Kafka");
        return (Dictionary<object, object>)((Dictionary<object, object>)resource["spec"])["kafka"];
    }

    /// <summary>The calls that the script makes, by a kafka-configs.sh that writes down what it was given.</summary>
    private async Task<string[]> RunAsync(string script)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        var stub = Path.Combine(_folder, "bin", "kafka-configs.sh");
        // Written by a shell: a file that this process has open for writing may be held by any child it starts meanwhile, and cannot be run then.
        await ShellAsync($"cat > {stub} <<'END'\n#!/bin/sh\necho \"$*\"\nEND\nchmod +x {stub}");
        await File.WriteAllTextAsync(Path.Combine(_folder, "apply.sh"), script);
        return await ShellAsync($"BOOTSTRAP=b:9092 TOPICS='orders clicks' KAFKA_HOME={_folder} sh {_folder}/apply.sh");
    }

    private static async Task<string[]> ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
