using System.Diagnostics;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Export;
using YamlDotNet.Serialization;

namespace TuneSearch.Kafka.Tests.Export;

/// <summary>Values that mean something to a shell, to YAML, to HCL or to Java's properties come out as themselves.</summary>
public sealed class OddValuesTests : IDisposable
{
    private const string Comma = "TLS_A,TLS_B";
    private const string Quotes = """ it's "a" $HOME `id` \ end""";
    private const string Unicode = "größe – 中";
    private const string Template = "${var.x} %{ if }";

    private const string OddName = "odd name: #1\nacks";
    private const string OddKey = "vm.odd\nvm.swappiness";

    private static readonly KafkaParameterCatalogue Catalogue = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-odd").FullName;

    public static TheoryData<string> Formats => [.. Exporters.All.Select(e => e.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ServerProperties_OddValues_AreReadBack()
    {
        var read = JavaProperties.Parse(Write("server.properties"));

        (read["cipher.list"], read["quoted"], read["named"]).ShouldBe((Comma, Quotes, Unicode));
        read["compression.type"].ShouldBe("lz4");
    }

    [Fact]
    public void ServerProperties_OddName_IsReadBack() => JavaProperties.Parse(Write("server.properties"))[OddName].ShouldBe(Template);

    [Fact]
    public void Sysctl_NameOfSeveralLines_StaysOut() =>
        Write("sysctl").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ShouldBe(["vm.dirty_ratio = plain too"]);

    [Fact]
    public void Terraform_NamesAndValuesOfBrokers_AreOnePropertyEachAndNoTemplates()
    {
        var properties = HclText.Parse(Write("terraform"))["resource.aws_msk_configuration.tunesearch.server_properties"]!;

        properties.Replace("$${", string.Empty).Replace("%%{", string.Empty).ShouldNotContain("{");
        JavaProperties.Parse(properties.Replace(" = ", "=").Replace("$${", "${").Replace("%%{", "%{"))[OddName].ShouldBe(Template);
    }

    [Fact]
    public void ServerProperties_TopicSettingBehindABrokersOwn_IsNamed() =>
        Write("server.properties").ShouldContain("# not here: topic.compression.type = zstd (--format kafka-configs)");

    [Fact]
    public async Task KafkaConfigs_OddValues_ArriveAsOneWordEach()
    {
        var calls = await RunAsync(Write("kafka-configs"), "BOOTSTRAP=b:9092 TOPICS='orders'");

        calls.ShouldContain($"--bootstrap-server|b:9092|--alter|--entity-type|brokers|--entity-default|--add-config|cipher.list=[{Comma}]");
        calls.ShouldContain($"--bootstrap-server|b:9092|--alter|--entity-type|brokers|--entity-default|--add-config|quoted={Quotes}");
        calls.ShouldContain("--bootstrap-server|b:9092|--alter|--entity-type|topics|--entity-name|orders|--add-config|compression.type=zstd");
        calls.ShouldNotContain(call => call.Contains("partitions"));
    }

    [Fact]
    public async Task KafkaConfigs_OldKafka_AltersTopicsThroughZookeeper() =>
        (await RunAsync(Write("kafka-configs"), "BOOTSTRAP=b:9092 ZOOKEEPER=z:2181 TOPICS='orders'"))
            .ShouldContain("--zookeeper|z:2181|--alter|--entity-type|topics|--entity-name|orders|--add-config|compression.type=zstd");

    [Fact]
    public void KafkaConfigs_Partitions_AreNoConfig() =>
        Write("kafka-configs").ShouldContain("# not here: partitions = 12 (kafka-topics.sh --alter --topic NAME --partitions 12; partitions can only be added)");

    [Fact]
    public void Strimzi_OddValues_AreReadBack()
    {
        var resource = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Write("strimzi"));
        var config = (Dictionary<object, object>)((Dictionary<object, object>)((Dictionary<object, object>)resource["spec"])["kafka"])["config"];

        (config["cipher.list"], config["quoted"], config["named"]).ShouldBe((Comma, Quotes, Unicode));
    }

    [Fact]
    public void Terraform_OddValues_AreReadBack() =>
        HclText.Parse(Write("terraform"))["locals.tunesearch_infrastructure.volume"].ShouldBe(Template);

    [Fact]
    public async Task Jvm_OddFlag_IsReadBackByAShell()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "jvm.env"), Write("jvm"));

        (await ShellAsync($". {_folder}/jvm.env; printf '%s' \"$KAFKA_JVM_PERFORMANCE_OPTS\"")).ShouldContain($"-XX:OnError={Quotes}");
    }

    [Fact]
    public void Remark_BaselineOfItsOwn_SaysTheDefaultToo() =>
        Write("jvm").ShouldContain("# heap: today 2048 (default 1024) -> tuned 4096; effect +3.1 %; needs a restart");

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_NothingChanged_IsCommentsAndNoSetting(string format)
    {
        var job = Job();
        var nothing = new JobAnswer(Verdict.Baseline, job.Baseline);

        foreach (var answer in new[] { Answer.Of(job, nothing), Answer.Undo(job, nothing) })
        {
            var text = Exporters.All.Single(e => e.Name == format).Write(answer);

            text.ShouldStartWith(format == "kafka-configs" ? "#!/bin/sh\n# TuneSearch: " : "# TuneSearch: ");
            job.Space.Parameters.ShouldAllBe(parameter => !text.Contains(parameter.SettingName, StringComparison.Ordinal));
        }
    }

    private static string Write(string name)
    {
        var job = Job();
        var tuned = new Dictionary<string, ParameterValue>
        {
            ["cipher.list"] = ParameterValue.Text(Comma), ["quoted"] = ParameterValue.Text(Quotes), ["named"] = ParameterValue.Text(Unicode), ["volume"] = ParameterValue.Text(Template),
            ["OnError"] = ParameterValue.Text(Quotes), ["broker.compression.type"] = ParameterValue.Text("lz4"), ["topic.compression.type"] = ParameterValue.Text("zstd"),
            [OddName] = ParameterValue.Text(Template), [OddKey] = ParameterValue.Text(Comma), ["vm.dirty_ratio"] = ParameterValue.Text("plain too"),
            ["partitions"] = ParameterValue.Integer(12), ["heap"] = ParameterValue.Integer(4096),
        };
        var configuration = Configuration.From(tuned);
        return Exporters.All.Single(e => e.Name == name).Write(Answer.Of(job, new JobAnswer(Verdict.Improved, configuration)
        {
            Changes = [.. tuned.Select(t => new SettingChange(t.Key, job.Baseline[t.Key], t.Value, new Estimate(0.031)))],
        }));
    }

    private static JobSpec Job()
    {
        var heap = Catalogue.Find("kafka/3.9", "heap", null)!.Template;
        var job = Tests.Clusters.Jobs.On(
            new ProcessClusterSpec(),
            Text("cipher.list", ParameterScope.Broker, UpdateMode.ClusterWide, Comma), Text("quoted", ParameterScope.Broker, UpdateMode.ClusterWide, Quotes), Text("named", ParameterScope.Broker, UpdateMode.Restart, Unicode),
            Text(OddName, ParameterScope.Broker, UpdateMode.Restart, Template), Text(OddKey, ParameterScope.Os, UpdateMode.Hook, Comma), Text("vm.dirty_ratio", ParameterScope.Os, UpdateMode.Hook, "plain too"),
            Text("volume", ParameterScope.Infra, UpdateMode.Hook, Template), Text("OnError", ParameterScope.Jvm, UpdateMode.Restart, Quotes),
            Catalogue.Find("kafka/3.9", "broker.compression.type", null)!.Template, Catalogue.Find("kafka/3.9", "topic.compression.type", null)!.Template,
            new Parameter("partitions", ParameterScope.Topic, new IntegerDomain(1, 12), ParameterValue.Integer(3)) { UpdateMode = UpdateMode.Topic }, heap);
        return job with { Baseline = job.Space.Defaults.With("heap", ParameterValue.Integer(2048)) };
    }

    private static Parameter Text(string name, ParameterScope scope, UpdateMode mode, string tuned) =>
        new(name, scope, new CategoricalDomain([ParameterValue.Text("plain"), ParameterValue.Text(tuned)]), ParameterValue.Text("plain")) { UpdateMode = mode };

    private async Task<string[]> RunAsync(string script, string environment)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        var stub = Path.Combine(_folder, "bin", "kafka-configs.sh");
        // Written by a shell: a file that this process has open for writing may be held by any child it starts meanwhile, and cannot be run then.
        await ShellAsync($"cat > {stub} <<'END'\n#!/bin/sh\nIFS='|'\nprintf '%s\\n' \"$*\"\nEND\nchmod +x {stub}");
        await File.WriteAllTextAsync(Path.Combine(_folder, "apply.sh"), script);
        return (await ShellAsync($"{environment} KAFKA_HOME={_folder} sh {_folder}/apply.sh")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}
