using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>The model as a cluster: the true landscape seen through noise, drift and faults that are functions of the trial alone.</summary>
internal sealed class SimulatedCluster(SimulatedClusterSpec spec, SearchSpace space, FleetModel model, ulong seed) : ICluster
{
    /// <summary>Half of the noise's variance is the episode's (its arrivals), which paired trials share; half the machine's.</summary>
    private static readonly double SharedPart = Math.Sqrt(0.5);

    /// <summary>Time that a trial is taken to last, for the drift.</summary>
    private static readonly TimeSpan TrialTime = TimeSpan.FromSeconds(30);
    private Configuration? _applied;

    public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var changed = configuration.Values
            .Where(pair => _applied is null || !_applied.TryGet(pair.Key, out var before) || before != pair.Value)
            .Select(pair => space.Find(pair.Key)?.UpdateMode)
            .ToArray();
        var restarts = changed.Any(mode => mode is UpdateMode.Restart or UpdateMode.Hook) ? spec.Brokers : 0;
        _applied = configuration;
        return Task.FromResult(new ApplyResult(restarts, changed.Length));
    }

    public Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_applied is null || !_applied.Equals(run.Configuration))
        {
            return Task.FromResult<TrialOutcome>(new Faulted("The configuration that runs is not the trial's; apply it first."));
        }

        var machine = CounterRandom.For(CounterRandom.DeriveSeed(run.Episode.Seed, "machine", (ulong)run.Trial), "run", (ulong)run.Attempt);
        if (machine.NextDouble() < spec.FaultRate)
        {
            return Task.FromResult<TrialOutcome>(machine.NextBoolean()
                ? new Invalid("The simulated generator fell behind its schedule.")
                : new Faulted("The simulated broker closed the connection."));
        }

        return Task.FromResult(model.Evaluate(run.Configuration, run.Episode) switch
        {
            Measured measured => new Measured([Observe(measured.Measurements[0], run, ref machine)]),
            var other => other,
        });
    }

    public Task RestoreAsync(CancellationToken cancellationToken)
    {
        _applied = null;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Measurement Observe(Measurement truth, EpisodeRun run, ref CounterRandom machine)
    {
        var speed = 1 + (spec.Drift * run.Trial * TrialTime.TotalHours);
        var episode = CounterRandom.For(CounterRandom.DeriveSeed(seed, "episode", run.Episode.Seed), "noise");
        var whole = Noise(truth.Metrics, speed, ref episode, ref machine);
        var profiles = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (name, metrics) in truth.Profiles)
        {
            var seen = Noise(metrics, speed, ref episode, ref machine);
            profiles[name] = seen.Add(MetricNames.PromisesBroken, model.BrokenPromises(run.Episode, name, seen));
        }

        return truth with
        {
            Metrics = whole.Add(MetricNames.PromisesBroken, profiles.Values.Sum(metrics => metrics[MetricNames.PromisesBroken])),
            Profiles = profiles.ToImmutable(),
        };
    }

    /// <summary>One draw a set of metrics: what slows the messages raises the latencies by as much.</summary>
    private ImmutableSortedDictionary<string, double> Noise(
        ImmutableSortedDictionary<string, double> truth, double speed, ref CounterRandom episode, ref CounterRandom machine)
    {
        var draw = (SharedPart * episode.NextGaussian()) + (Math.Sqrt(1 - (SharedPart * SharedPart)) * machine.NextGaussian());
        var factor = speed * Math.Exp((spec.Noise * draw) - (spec.Noise * spec.Noise / 2));
        return truth.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Key switch
            {
                MetricNames.Price => pair.Value,
                _ when pair.Key.Contains("latency", StringComparison.Ordinal) => pair.Value / factor,
                _ => pair.Value * factor,
            },
            StringComparer.Ordinal);
    }
}
