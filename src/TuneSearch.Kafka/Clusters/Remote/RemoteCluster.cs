using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>An existing cluster under lease: changed by plan, measured, and put back as it was found.</summary>
internal sealed class RemoteCluster(
    JobSpec job, KafkaCatalogue catalogue, RemoteConnection connection, ClusterEpisodes episodes, TimeProvider clock) : ICluster
{
    private readonly AdminTopics _topics = new(connection.Admin.Client, (short)Math.Min(3, connection.Shape.Brokers.Length), clock);
    private Configuration? _applied;

    public async Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        if (episodes.Refusal(Target, configuration) is { } refusal)
        {
            return new ApplyResult(0, 0, refusal);
        }

        var result = await connection.Executor.ApplyAsync(Wanted(configuration), cancellationToken);
        if (!result.Succeeded)
        {
            return result;
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

        connection.BeginNames();
        var brokers = connection.Shape.Brokers.ToImmutableSortedDictionary(broker => broker, _ => (int?)null, StringComparer.Ordinal);
        var outcome = await episodes.RunAsync(run, applied, Target, brokers, cancellationToken);
        if (await connection.Admin.FindSilentAsync(connection.Shape.Brokers, cancellationToken) is { } silent)
        {
            return new Faulted($"Broker {silent.Broker} did not answer after the episode ({silent.Words}); look whether it hangs or the connection to it is lost.");
        }

        return outcome is Measured measured && connection.Brokers.Price is { } price
            ? new Measured([.. measured.Measurements.Select(m => m with { Metrics = m.Metrics.SetItem(MetricNames.Price, price) })])
            : outcome;
    }

    public ImmutableArray<EvidenceFile> TakeEvidence() => episodes.Hooks.Take();

    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await connection.RestoreAsync(cancellationToken);
        _applied = null;
    }

    /// <summary>A lease that ends without having been restored leaves its journal, and the next one starts with it.</summary>
    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Which flags another machine's JVM has by default nobody here knows, so they are always said.</summary>
    private ImmutableArray<WantedSetting> Wanted(Configuration configuration) =>
    [
        .. SettingRules.Wanted(job.Space, configuration, catalogue)
            .Select(w => w.Rule.Scope == ParameterScope.Jvm ? w with { Rule = w.Rule with { Default = null } } : w),
    ];

    private LoadTarget Target => new(connection.BootstrapServers, _topics, connection.ClientSettings);
}
