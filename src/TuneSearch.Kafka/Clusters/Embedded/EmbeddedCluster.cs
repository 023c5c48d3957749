using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Clusters.Embedded;

/// <summary>The mock cluster under lease: a configuration is what the load's clients are built with, so applying it only takes note.</summary>
internal sealed class EmbeddedCluster(JobSpec job, MockCluster brokers, ClientSettingsMapper mapper, LoadEngine engine, int ordinal) : ICluster
{
    private readonly LoadTarget _target = MockTarget.Of(brokers, job.Space);

    private readonly IReadOnlySet<string> _inObjective = ObjectiveNames.Of(job);
    private Configuration? _applied;
    private int _runs;

    public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        var settings = mapper.Map(job.Space, configuration);
        if (ClientProbe.Refusal(_target, settings) is { } refusal)
        {
            return Task.FromResult(new ApplyResult(0, 0, refusal));
        }

        var changes = ChangesTo(configuration);
        _applied = configuration;
        return Task.FromResult(new ApplyResult(0, changes));
    }

    public Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ts{ordinal}-{run.Trial}-{_runs++}");
        var settings = mapper.Map(job.Space, _applied ?? run.Configuration);
        return engine.RunAsync(_target, new LoadRequest(run.Episode, job.Profiles, settings, name) { InObjective = _inObjective }, cancellationToken);
    }

    public Task RestoreAsync(CancellationToken cancellationToken)
    {
        _applied = null;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        brokers.Dispose();
        return ValueTask.CompletedTask;
    }

    private int ChangesTo(Configuration configuration)
    {
        if (_applied is null)
        {
            return configuration.Values.Count;
        }

        return configuration.Values.Keys.Union(_applied.Values.Keys).Count(name =>
            !configuration.TryGet(name, out var next) || !_applied.TryGet(name, out var now) || next != now);
    }
}
