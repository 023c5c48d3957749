using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>A system whose truth is known: throughput by profile, on the log scale a sum of the configuration's effect, the episode's, drift and noise.</summary>
/// <param name="Space">What can be set.</param>
/// <param name="Profiles">Names of the profiles; the whole cluster's throughput is the weighted sum of theirs.</param>
/// <param name="Effect">Log of throughput against the baseline's, by configuration and profile number.</param>
internal sealed record SyntheticSystem(SearchSpace Space, ImmutableArray<string> Profiles, Func<Configuration, int, double> Effect)
{
    /// <summary>Standard deviation of the log of one measurement.</summary>
    public double Noise { get; init; } = 0.02;

    /// <summary>Standard deviation of the log over episodes: what differs from episode to episode for every configuration alike.</summary>
    public double EpisodeSpread { get; init; } = 0.05;

    /// <summary>Relative change from one measurement to the next, for nothing but time.</summary>
    public double Drift { get; init; }

    /// <summary>Chance of a measurement with noise five times as large, for tails heavier than the normal's.</summary>
    public double Outliers { get; init; }

    /// <summary>Share of the noise's variance that all profiles of a measurement have in common.</summary>
    private const double CommonShare = 0.5;

    private const double MessagesPerSecond = 10_000;
    private const ulong TruthSeed = 1;
    private const int TruthEpisodes = 1000;

    /// <summary>The true relative gain of a configuration over the baseline: the ratio of their throughputs, its geometric mean over a job's default mixtures.</summary>
    public double TrueGain(Configuration configuration)
    {
        double[] now = [.. Enumerable.Range(0, Profiles.Length).Select(p => Math.Exp(Effect(configuration, p)))];
        double[] was = [.. Enumerable.Range(0, Profiles.Length).Select(p => Math.Exp(Effect(Space.Defaults, p)))];
        var mixtures = new MixtureSampler(Profiles, new MixtureSpec(), TruthSeed);
        return Math.Exp(Enumerable.Range(0, TruthEpisodes).Average(i =>
        {
            var weights = mixtures.Fresh("truth", i).Weights;
            return Math.Log(Profiles.Select((name, p) => weights[name] * now[p]).Sum() / Profiles.Select((name, p) => weights[name] * was[p]).Sum());
        })) - 1;
    }

    /// <param name="step">How many measurements were made before: where drift stands, and which noise is drawn.</param>
    public Measurement Measure(ulong seed, int step, Configuration configuration, Episode episode)
    {
        var random = CounterRandom.For(seed, "synthetic-noise", (ulong)step);
        var ofEpisode = CounterRandom.For(episode.Seed, "synthetic-episode");
        var scale = Noise * (random.NextDouble() < Outliers ? 5 : 1);
        var common = random.NextGaussian() * Math.Sqrt(CommonShare);
        var profiles = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal);
        var total = 0.0;
        var level = ofEpisode.NextGaussian() * EpisodeSpread;
        for (var p = 0; p < Profiles.Length; p++)
        {
            var own = random.NextGaussian() * Math.Sqrt(1 - CommonShare);
            if (!episode.Weights.TryGetValue(Profiles[p], out var weight))
            {
                continue;
            }

            var noise = scale * (common + own);
            var throughput = weight * MessagesPerSecond * Math.Exp(Effect(configuration, p) + level + (Drift * step) + noise);
            profiles[Profiles[p]] = Measurement.NoMetrics.Add(MetricNames.Throughput, throughput);
            total += throughput;
        }

        return new Measurement { Metrics = Measurement.NoMetrics.Add(MetricNames.Throughput, total), Profiles = profiles.ToImmutable() };
    }
}
