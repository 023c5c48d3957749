using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Episodes on real brokers, whoever runs them: load, telemetry around it, and a closer look where something is wrong.</summary>
/// <param name="topicPrefix">Topics and groups of an episode begin with it.</param>
internal sealed class ClusterEpisodes(
    JobSpec job, LoadEngine engine, ClientSettingsMapper mapper, TelemetryRecorder telemetry, HookWatch watch, HookRunner hooks, string topicPrefix)
{
    private readonly IReadOnlySet<string> _inObjective = ObjectiveNames.Of(job);
    private int _runs;

    public HookRunner Hooks => hooks;

    /// <summary>The clients' own words where they refuse the configuration; null where they take it.</summary>
    public Infeasible? Refusal(LoadTarget target, Configuration configuration) => ClientProbe.Refusal(target, mapper.Map(job.Space, configuration));

    /// <param name="applied">What runs.</param>
    /// <param name="brokers">Every broker, with its process where that is on this machine.</param>
    public async Task<TrialOutcome> RunAsync(EpisodeRun run, Configuration applied, LoadTarget target, IReadOnlyDictionary<string, int?> brokers, CancellationToken cancellationToken)
    {
        var pids = brokers.Where(b => b.Value is not null).ToImmutableSortedDictionary(b => b.Key, b => b.Value!.Value, StringComparer.Ordinal);
        target = target with { BrokerProcesses = [.. pids.Values] };
        var recorded = await telemetry.RecordAsync(pids, observer => LoadAsync(run, applied, target, observer, cancellationToken));
        if (recorded.Outcome is Measured { Measurements: [var measurement] })
        {
            foreach (var due in watch.Note(applied, measurement, recorded.Collected))
            {
                Func<Task>? again = due.Hook.On == HookTrigger.Regression ? () => LoadAsync(run, applied, target, null, cancellationToken) : null;
                await hooks.RunAsync(due, run, brokers, again, cancellationToken);
            }
        }

        return recorded.Outcome;
    }

    private Task<TrialOutcome> LoadAsync(EpisodeRun run, Configuration applied, LoadTarget target, IWindowObserver? observer, CancellationToken cancellationToken) => engine.RunAsync(
        target,
        new LoadRequest(run.Episode, job.Profiles, mapper.Map(job.Space, applied), string.Create(CultureInfo.InvariantCulture, $"{topicPrefix}-{run.Trial}-{_runs++}")) { InObjective = _inObjective, Observer = observer },
        cancellationToken);
}
