using System.Diagnostics;
using System.Text.RegularExpressions;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

[Collection("live Kafka")]
public sealed partial class ProcessClusterLiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-live").FullName;
    private readonly JobSpec _job = LiveKafka.Job();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LiveKafkaFact]
    public async Task Cluster_FromOpenToDisposal_KeepsEveryPromiseAndLeavesNothing()
    {
        await using (var cluster = await OpenAsync())
        {
            // Dynamic settings only: no restart, and a ladder for the pool.
            (await cluster.ApplyAsync(LiveKafka.With(_job), default)).ShouldBe(new ApplyResult(0, 3));
            (await cluster.ApplyAsync(LiveKafka.With(_job, ("num.io.threads", 40)), default)).ShouldBe(new ApplyResult(0, 1));
            (await cluster.ApplyAsync(LiveKafka.With(_job, ("num.io.threads", 40)), default)).ShouldBe(new ApplyResult(0, 0));

            // Start settings: one restart for both; what is dynamic survives it.
            (await cluster.ApplyAsync(LiveKafka.With(_job, ("num.io.threads", 40), ("queued.max.requests", 1000), ("heap", 600)), default)).ShouldBe(new ApplyResult(1, 2));

            // It runs with them too, however far they are from those of its file: the next step is from there.
            (await cluster.ApplyAsync(LiveKafka.With(_job, ("num.io.threads", 44), ("queued.max.requests", 1000), ("heap", 600)), default)).ShouldBe(new ApplyResult(0, 1));

            var measured = (await cluster.RunAsync(new EpisodeRun(1, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
            measured.Measurements[0].Metrics[MetricNames.MessagesLost].ShouldBe(0);
            measured.Measurements[0].Telemetry["broker_processors"].ShouldBeGreaterThan(0);
            measured.Measurements[0].Telemetry["broker_memory_bytes"].ShouldBeGreaterThan(50e6);

            await cluster.RestoreAsync(default);
        }

        Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "runs")).ShouldBeEmpty();
        new ProcessTable().Mentioning(_folder).ShouldBeEmpty();
    }

    [LiveKafkaFact]
    public async Task ApplyAsync_WhatTheBrokerRefuses_IsInfeasibleInItsWordsAndTheLastGoodRuns()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(LiveKafka.With(_job), default);

        var refused = await cluster.ApplyAsync(LiveKafka.With(_job, ("log.cleaner.threads", 2), ("log.cleaner.dedupe.buffer.size", 1048577)), default);

        refused.Failure.ShouldBeOfType<Infeasible>().Reason.ShouldContain("log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread");
        (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
    }

    [LiveKafkaFact]
    public async Task ApplyAsync_HeapTooSmallToStart_IsInfeasibleAndTheLastGoodRuns()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(LiveKafka.With(_job), default);

        var refused = await cluster.ApplyAsync(LiveKafka.With(_job, ("heap", 1)), default);

        refused.Failure.ShouldBeOfType<Infeasible>().Reason.ShouldContain("heap");
        (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
    }

    [LiveKafkaFact]
    public async Task ApplyAsync_DynamicValueThatKillsTheBroker_IsInfeasibleAndTheLastGoodRuns()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(LiveKafka.With(_job), default);

        // The broker takes it and then dies of it: the buffer is larger than its heap. And it would die of it again at each start.
        var killed = await cluster.ApplyAsync(LiveKafka.With(_job, ("log.cleaner.dedupe.buffer.size", 1073741824)), default);

        killed.Failure.ShouldBeOfType<Infeasible>().Reason.ShouldContain("OutOfMemoryError");
        (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
    }

    [LiveKafkaFact]
    public async Task RunAsync_BrokerKilledMidTrial_IsAFaultAndTheNextApplyStartsItAgain()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(LiveKafka.With(_job), default);
        var run = cluster.RunAsync(new EpisodeRun(1, LiveKafka.With(_job), LiveKafka.Episode() with { Duration = TimeSpan.FromSeconds(3) }), default);

        Signal("KILL", "server.properties");

        (await run).ShouldBe(new Faulted("Broker 1 was killed by signal 9."));
        (await cluster.ApplyAsync(LiveKafka.With(_job), default)).Failure.ShouldBeNull();
        (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
    }

    [LiveKafkaFact]
    public async Task RunAsync_BrokerThatHangsMidTrial_IsAFaultOfItsOwnAndANewClusterTakesOver()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(LiveKafka.With(_job), default);
        var run = cluster.RunAsync(new EpisodeRun(1, LiveKafka.With(_job), LiveKafka.Episode() with { Duration = TimeSpan.FromSeconds(3) }), default);

        Signal("STOP", "server.properties");

        (await run).ShouldBeOfType<Faulted>().Reason.ShouldStartWith("Broker 1 hangs: its process runs and does not answer");
        (await cluster.ApplyAsync(LiveKafka.With(_job), default)).Failure.ShouldBeOfType<Faulted>();
        (await cluster.ApplyAsync(LiveKafka.With(_job), default)).Failure.ShouldBeNull();
        (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(_job), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
    }

    [LiveKafkaFact]
    public async Task Search_OverEveryScope_RestartsOnlyWhenNeeded()
    {
        await using var cluster = await OpenAsync();
        Configuration? before = null;
        for (var trial = 1; trial <= 4; trial++)
        {
            // Every second step leaves the start settings alone. Kafka 2.4 forgets dynamic cleaner threads at a restart and then refuses
            // every change as more than double, so the cleaner stays as it is.
            var random = CounterRandom.For(11, "live search", (ulong)trial);
            var drawn = _job.Space.Activate(name => _job.Space.Find(name)!.Domain.FromUnit(random.NextDouble()));
            var configuration = before is null || trial % 2 == 1
                ? drawn.With("heap", ParameterValue.Integer(520 + (8 * trial))).With("log.cleaner.dedupe.buffer.size", ParameterValue.Integer(134217728)).With("log.cleaner.threads", ParameterValue.Integer(1))
                : before.With("num.io.threads", drawn["num.io.threads"]).With("linger.ms", drawn["linger.ms"]).With("segment.bytes", drawn["segment.bytes"]);

            var applied = await cluster.ApplyAsync(configuration, default);

            applied.Failure.ShouldBeNull();
            applied.Restarts.ShouldBe(before is not null && TakesRestart(before, configuration) ? 1 : 0);
            (await cluster.RunAsync(new EpisodeRun(trial, configuration, LiveKafka.Episode((ulong)trial)), default)).ShouldBeOfType<Measured>();
            before = configuration;
        }
    }

    [LiveKafkaFact]
    public async Task ApplyAsync_ThreeBrokers_RestartOneByOneAndReplicasCatchUpInBetween()
    {
        var job = LiveKafka.Job(brokers: 3);
        await using var cluster = await LiveKafka.Driver(_folder).OpenAsync(job, 0, default);
        (await cluster.ApplyAsync(LiveKafka.With(job, ("heap", 256)), default)).Failure.ShouldBeNull();
        (await cluster.RunAsync(new EpisodeRun(1, LiveKafka.With(job, ("heap", 256)), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();

        var applied = await cluster.ApplyAsync(LiveKafka.With(job, ("heap", 256), ("queued.max.requests", 1000), ("num.io.threads", 12)), default);

        applied.ShouldBe(new ApplyResult(Restarts: 3, Changes: 6));
        var measured = (await cluster.RunAsync(new EpisodeRun(2, LiveKafka.With(job, ("heap", 256)), LiveKafka.Episode()), default)).ShouldBeOfType<Measured>();
        measured.Measurements[0].Metrics[MetricNames.MessagesLost].ShouldBe(0);
        measured.Measurements[0].Telemetry.Keys.Count(name => name.StartsWith("broker_processors{", StringComparison.Ordinal)).ShouldBe(3);
        Starts().ShouldBe(Starts().Order());
    }

    [LiveKafkaFact]
    public async Task Conformance_OfEveryCluster_HoldsForThisOne()
    {
        var conformance = new Conformance(OpenAsync, _job);
        await conformance.ApplyAsync_WhatRunsAlready_ChangesNothing();
        await conformance.RunAsync_SecondEpisode_IsMeasuredToo();
        await conformance.RestoreAsync_Twice_IsAsOnce();
    }

    private bool TakesRestart(Configuration before, Configuration after) =>
        _job.Space.Parameters.Any(parameter => parameter.UpdateMode == UpdateMode.Restart && !before[parameter.Name].Equals(after[parameter.Name]));

    /// <summary>When each broker began to serve for the last time, by its log, in order of brokers.</summary>
    private List<string> Starts() =>
    [
        .. Directory.EnumerateFiles(_folder, "output.log", SearchOption.AllDirectories).Where(file => file.Contains("broker-", StringComparison.Ordinal)).Order()
            .Select(file => File.ReadLines(file).Last(line => Serves().IsMatch(line))[1..24]),
    ];

    private Task<ICluster> OpenAsync() => LiveKafka.Driver(_folder).OpenAsync(_job, 0, default);

    /// <summary>Not a test class of its own: its tests would fail instead of being skipped where there is no Kafka.</summary>
    private sealed class Conformance(Func<Task<ICluster>> open, JobSpec job) : ClusterConformance
    {
        protected override Configuration Good => LiveKafka.With(job);

        protected override Configuration OtherGood => LiveKafka.With(job, ("num.io.threads", 12), ("linger.ms", 7.0));

        protected override Task<ICluster> OpenAsync() => open();
    }

    /// <summary>To the processes of this test whose command line names the file.</summary>
    private void Signal(string signal, string file)
    {
        foreach (var pid in new ProcessTable().Mentioning(_folder).Where(pid => File.ReadAllText($"/proc/{pid}/cmdline").Contains(file, StringComparison.Ordinal)))
        {
            using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {pid}"]);
            kill.WaitForExit();
        }
    }

    /// <summary>What a broker with ZooKeeper, or one with KRaft, says when it serves.</summary>
    [GeneratedRegex(@"started \(kafka\.server\.Kafka(Raft)?Server\)")]
    private static partial Regex Serves();
}
