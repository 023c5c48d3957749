using System.Collections.Immutable;
using System.Text;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>
/// Brokers of its own, from the first configuration applied until the lease ends. They start with that configuration's start
/// settings at once, which is no restart; a broker that died since is started again first.
/// </summary>
internal sealed class ProcessCluster(
    JobSpec job, KafkaCatalogue catalogue, ProcessBrokers brokers, PlanExecutor executor, UndoJournal journal, ClusterShape shape,
    ClusterEpisodes episodes, RunFolder folder, TimeProvider clock) : ICluster
{
    private readonly AdminTopics _topics = new(brokers.Admin.Client, (short)Math.Min(3, shape.Brokers.Length), clock, () => brokers.Stopped.Any());
    private Configuration? _applied;

    public async Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        if (episodes.Refusal(Target, configuration) is { } refusal)
        {
            return new ApplyResult(0, 0, refusal);
        }

        var result = await StartAndChangeAsync(configuration, cancellationToken);
        if (!result.Succeeded)
        {
            // Brokers of its own that are dead, or that would not go back, are answered by new ones.
            return brokers.Stopped.Any() || result.Failure is Faulted ? result with { Failure = await BuildAnewAsync(result.Failure!) } : result;
        }

        var outside = OutsideChanges.Count(job.Space, _applied, configuration);
        _applied = configuration;
        _topics.Settings = TopicSettings.Of(job.Space, configuration);
        return result with { Changes = result.Changes + outside };
    }

    public async Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        if (_applied is not { } applied)
        {
            return new Faulted("No configuration runs on this cluster; apply one first.");
        }

        var outcome = await RunWhileAliveAsync(run, applied, cancellationToken);

        // A broker that died explains whatever the clients saw.
        if (brokers.Death is not { } death)
        {
            return await FindHangAsync(cancellationToken) ?? outcome;
        }

        KeepLastWords();
        if (death is Infeasible)
        {
            await ForgetAsync();
            _applied = null;
        }

        return death;
    }

    public ImmutableArray<EvidenceFile> TakeEvidence() => episodes.Hooks.Take();

    /// <summary>No brokers were there before, so none stay; the kernel's settings go back. The next configuration starts brokers anew.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await brokers.StopAsync();
        await ForgetAsync();
        brokers.PutKernelBack(journal);
        _applied = null;
    }

    public async ValueTask DisposeAsync()
    {
        await brokers.DisposeAsync();
        folder.Dispose();
    }

    private LoadTarget Target => new(brokers.BootstrapServers, _topics, ImmutableSortedDictionary<string, string>.Empty);

    private async Task<ApplyResult> StartAndChangeAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        var wanted = SettingRules.Wanted(job.Space, configuration, catalogue);
        return await StartStoppedAsync(wanted, cancellationToken) is { } failure
            ? new ApplyResult(0, 0, failure)
            : await executor.ApplyAsync(wanted, cancellationToken);
    }

    /// <summary>A cluster that a configuration killed, and that cannot take it back, is thrown away; the last good configuration runs on a new one.</summary>
    private async Task<TrialOutcome> BuildAnewAsync(TrialOutcome failure)
    {
        var cause = brokers.Death is Infeasible death ? death : failure;
        KeepLastWords();
        await ForgetAsync();
        return _applied is { } lastGood && (await StartAndChangeAsync(lastGood, CancellationToken.None)).Failure is { } again
            ? new Faulted($"{cause} Building the cluster anew failed as well: {again}")
            : cause;
    }

    /// <summary>An episode ends with the first broker that does: clients would go on asking it for their timeouts.</summary>
    private async Task<TrialOutcome> RunWhileAliveAsync(EpisodeRun run, Configuration applied, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = StopAtDeathAsync(stop);
        try
        {
            var pids = brokers.Pids.ToImmutableSortedDictionary(b => b.Key, b => (int?)b.Value, StringComparer.Ordinal);
            return await episodes.RunAsync(run, applied, Target, pids, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Faulted("A broker ended in the middle of the episode.");
        }
        finally
        {
            await stop.CancelAsync();
            await watching;
        }
    }

    /// <summary>What was measured while a broker hung says nothing of the configuration.</summary>
    private async Task<Faulted?> FindHangAsync(CancellationToken cancellationToken) =>
        await brokers.Admin.FindSilentAsync(shape.Brokers, cancellationToken) is { } silent
            ? new Faulted($"Broker {silent.Broker} hangs: its process runs and does not answer ({silent.Words}).")
            : null;

    private async Task StopAtDeathAsync(CancellationTokenSource stop)
    {
        try
        {
            await brokers.AwaitDeathAsync(stop.Token);
            await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The episode ended first.
        }
    }

    /// <summary>What brokers wrote before they died, for who has to find out why.</summary>
    private void KeepLastWords()
    {
        foreach (var (broker, output) in brokers.OutputOfDead)
        {
            episodes.Hooks.Keep(new EvidenceFile($"died-broker-{broker}.log", Encoding.UTF8.GetBytes(output)));
        }
    }

    private async Task ForgetAsync()
    {
        await brokers.ResetAsync();
        journal.Forget(entry => entry.Id.Place.Kind != PlaceKind.Kernel);
    }

    private async Task<TrialOutcome?> StartStoppedAsync(ImmutableArray<WantedSetting> wanted, CancellationToken cancellationToken)
    {
        var stopped = brokers.Stopped.ToList();
        if (stopped.Count == 0)
        {
            return null;
        }

        var before = brokers.Known;
        var target = TargetState.Of(before, before.With(journal.Entries), shape, wanted);
        var edits = before.EditsTo(target).Where(e => e.Id.Place.NeedsRestart && stopped.Contains(e.Id.Place.Entity)).ToImmutableArray();
        journal.Record(edits.Select(e => e with { Value = before[e.Id] }));
        try
        {
            await brokers.StartStoppedAsync(edits, cancellationToken);
            return null;
        }
        catch (BrokerDiedException death)
        {
            return await StartAsBeforeAsync(edits, before) is { } failed
                ? new Faulted($"{death.Message} Starting with the last good configuration failed as well: {failed}")
                : new Infeasible(death.Message);
        }
        catch (ClusterFaultException fault)
        {
            return new Faulted(fault.Message);
        }
    }

    private async Task<string?> StartAsBeforeAsync(ImmutableArray<SettingEdit> edits, ClusterState before)
    {
        try
        {
            await brokers.StartStoppedAsync(edits.Select(e => e with { Value = before[e.Id] }), CancellationToken.None);
            return null;
        }
        catch (Exception error) when (error is BrokerDiedException or ClusterFaultException)
        {
            return error.Message;
        }
    }
}
