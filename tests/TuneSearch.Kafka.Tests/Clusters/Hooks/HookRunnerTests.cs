using System.Collections.Immutable;
using System.Text;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Hooks;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class HookRunnerTests : IDisposable
{
    private static readonly EpisodeRun Run = new(7, Configuration.Empty, new Episode(1, ImmutableSortedDictionary<string, double>.Empty, HeldOut: false) { Duration = TimeSpan.FromSeconds(4), MaxWarmUp = TimeSpan.FromSeconds(2.5) });

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-hooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_FilesAndWords_AreKeptForEachBroker()
    {
        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sh", "-c", "echo pid {pid}; mkdir {folder}/deep; echo {broker} of {trial} > '{folder}/deep/heap dump.txt'"]));

        kept.Select(f => f.Name).ShouldBe(["fullGc-1-broker-1-deep_heap_dump.txt", "fullGc-1-broker-1.txt", "fullGc-1-broker-2-deep_heap_dump.txt", "fullGc-1-broker-2.txt"]);
        Text(kept[0]).ShouldBe("1 of 7\n");
        Text(kept[3]).ShouldStartWith("full collection\n$ /bin/sh -c echo pid 4712; mkdir");
        Text(kept[3]).ShouldEndWith("\npid 4712\n");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_BrokersConcerned_AreTheOnlyOnes()
    {
        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sh", "-c", "true"]), "2");

        kept.Select(f => f.Name).ShouldBe(["fullGc-1-broker-2.txt"]);
    }

    [Fact]
    public async Task RunAsync_StandardInput_SaysWhatTheHookIsFor()
    {
        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/cat"]), "2");

        Text(kept[0]).ShouldContain("{\"trigger\":\"fullGc\",\"reason\":\"full collection\",\"trial\":7,\"broker\":\"2\",\"pid\":4712,\"folder\":\"");
    }

    [Fact]
    public async Task RunAsync_WhatFails_IsSaidAndNothingElse()
    {
        var failing = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sh", "-c", "echo no such process >&2; exit 3"]), "1");
        var missing = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/no/such/jcmd"]), "1");

        Text(failing.ShouldHaveSingleItem()).ShouldEndWith("ended with exit code 3: no such process\n");
        Text(missing.ShouldHaveSingleItem()).ShouldContain("'/no/such/jcmd' could not be started: ");
    }

    [Fact]
    public async Task RunAsync_LongerThanItsTimeout_IsEnded()
    {
        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sleep", "600"]) { Timeout = TimeSpan.FromMilliseconds(1) }, "1");

        Text(kept.ShouldHaveSingleItem()).ShouldEndWith("'/bin/sleep 600' took longer than 0.001 s.\n");
    }

    /// <summary>A remote cluster's folder stays where it is from one process to the next.</summary>
    [Fact]
    public async Task RunAsync_LeftBehindByAProcessThatWasKilled_IsNotKept()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "hook-1"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "hook-1", "heap.hprof"), "of another trial");

        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sh", "-c", "true"]), "1");

        kept.Select(f => f.Name).ShouldBe(["fullGc-1-broker-1.txt"]);
    }

    [Fact]
    public async Task RunAsync_FileTooLarge_IsNamedAndNotKept()
    {
        var kept = await RunAsync(new ClusterHook(HookTrigger.FullGc, ["/bin/sh", "-c", "echo 12345 > {folder}/heap.hprof"]) { MaxFileBytes = 5 }, "1");

        Text(kept.ShouldHaveSingleItem()).ShouldEndWith("heap.hprof has 6 bytes and was not kept: hooks[0].maxFileBytes is 5.\n");
    }

    [Fact]
    public async Task RunAsync_Beside_RunsWithTheCommandAndThenAfterwards()
    {
        var order = new List<string>();
        var hook = new ClusterHook(HookTrigger.Regression, ["/bin/sh", "-c", "echo {seconds} > {folder}/begun"]) { Afterwards = ["/bin/sh", "-c", "mv {folder}/begun {folder}/ended"] };

        var kept = await RunAsync(hook, "1", () =>
        {
            order.Add("episode");
            return Task.CompletedTask;
        });

        order.ShouldBe(["episode"]);
        kept.Select(f => f.Name).ShouldBe(["regression-1-broker-1-ended", "regression-1-broker-1.txt"]);
        Text(kept[0]).ShouldBe("7\n");
    }

    [Fact]
    public void Take_Again_IsEmpty()
    {
        var runner = new HookRunner(_folder, null, TimeProvider.System);
        runner.Keep(new EvidenceFile("died-broker-1.log", ReadOnlyMemory<byte>.Empty));

        runner.Take().Length.ShouldBe(1);
        runner.Take().ShouldBeEmpty();
    }

    private async Task<ImmutableArray<EvidenceFile>> RunAsync(ClusterHook hook, string? broker = null, Func<Task>? beside = null)
    {
        var runner = new HookRunner(_folder, null, TimeProvider.System);
        await runner.RunAsync(
            new DueHook(hook, 1, "full collection", broker is null ? [] : [broker]), Run, ImmutableSortedDictionary.CreateRange<string, int?>([new("1", 4711), new("2", 4712)]), beside, default);
        return runner.Take();
    }

    private static string Text(EvidenceFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
