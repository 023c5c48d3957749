using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Cli.Runs;

/// <summary>Runs one configuration on a job's cluster, once an episode, and puts the cluster back as it was found.</summary>
internal static class Measurer
{
    public static async Task<MeasuredRun> MeasureAsync(IClusterDriver driver, JobSpec job, Configuration configuration, int episodes, CancellationToken cancellationToken)
    {
        await using var cluster = await driver.OpenAsync(job, 0, cancellationToken);
        try
        {
            var applied = await cluster.ApplyAsync(configuration, cancellationToken);
            if (applied.Failure is { } failure)
            {
                return Ended(job, configuration, failure, [], []);
            }

            var sampler = job.Episodes();
            var measured = new List<Measurement>();
            var mixtures = new List<MeasuredMixture>();
            for (var i = 0; i < episodes; i++)
            {
                var episode = sampler.Seen("measure", i);
                mixtures.Add(new MeasuredMixture(episode.Seed, episode.Weights));
                var outcome = await cluster.RunAsync(new EpisodeRun(1, configuration, episode), cancellationToken);
                if (outcome is not Measured { Measurements: var some })
                {
                    return Ended(job, configuration, outcome, measured, mixtures);
                }

                measured.AddRange(some);
            }

            return Ended(job, configuration, new Measured([.. measured]), measured, mixtures);
        }
        finally
        {
            await cluster.RestoreAsync(CancellationToken.None);
        }
    }

    private static MeasuredRun Ended(JobSpec job, Configuration configuration, TrialOutcome outcome, IReadOnlyList<Measurement> measured, IReadOnlyList<MeasuredMixture> mixtures)
    {
        var (name, reason) = outcome switch
        {
            Infeasible infeasible => ("infeasible", infeasible.Reason),
            Invalid invalid => ("invalid", invalid.Reason),
            Faulted faulted => ("faulted", faulted.Reason),
            Stopped stopped => ("stopped", stopped.Reason),
            _ => ("measured", (string?)null),
        };
        var profiles = measured.SelectMany(m => m.Profiles.Keys).Distinct().ToImmutableSortedDictionary(
            profile => profile, profile => Means(measured.Where(m => m.Profiles.ContainsKey(profile)).Select(m => m.Profiles[profile])), StringComparer.Ordinal);
        return new MeasuredRun(
            job.Name, configuration, name, reason, measured.Count, [.. mixtures], Means(measured.Select(m => m.Metrics)), profiles, PromisesOf(job, profiles), Means(measured.Select(m => m.Telemetry)));
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<Promise>> PromisesOf(JobSpec job, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> profiles) => profiles
        .Select(pair => KeyValuePair.Create(pair.Key, Promises.Of(job.Profiles.First(profile => profile.Name == pair.Key).Limits, pair.Value, Offered(job, pair.Value))))
        .Where(pair => !pair.Value.IsEmpty)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static double Offered(JobSpec job, ImmutableSortedDictionary<string, double> metrics) => metrics.TryGetValue(MetricNames.MessagesSent, out var sent)
        ? (sent + metrics.GetValueOrDefault(MetricNames.MessagesHeldBack)) / job.Mixture.Duration.TotalSeconds
        : double.PositiveInfinity;

    private static ImmutableSortedDictionary<string, double> Means(IEnumerable<ImmutableSortedDictionary<string, double>> all) => all
        .SelectMany(metrics => metrics)
        .GroupBy(metric => metric.Key)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Average(metric => metric.Value), StringComparer.Ordinal);
}
