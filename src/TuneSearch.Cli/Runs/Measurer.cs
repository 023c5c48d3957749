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
                return Ended(job, configuration, failure, []);
            }

            var sampler = job.Episodes();
            var measured = new List<Measurement>();
            for (var i = 0; i < episodes; i++)
            {
                var outcome = await cluster.RunAsync(new EpisodeRun(1, configuration, sampler.Seen("measure", i)), cancellationToken);
                if (outcome is not Measured { Measurements: var some })
                {
                    return Ended(job, configuration, outcome, measured);
                }

                measured.AddRange(some);
            }

            return Ended(job, configuration, new Measured([.. measured]), measured);
        }
        finally
        {
            await cluster.RestoreAsync(CancellationToken.None);
        }
    }

    private static MeasuredRun Ended(JobSpec job, Configuration configuration, TrialOutcome outcome, IReadOnlyList<Measurement> measured)
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
        return new MeasuredRun(job.Name, configuration, name, reason, measured.Count, Means(measured.Select(m => m.Metrics)), profiles, Means(measured.Select(m => m.Telemetry)));
    }

    private static ImmutableSortedDictionary<string, double> Means(IEnumerable<ImmutableSortedDictionary<string, double>> all) => all
        .SelectMany(metrics => metrics)
        .GroupBy(metric => metric.Key)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Average(metric => metric.Value), StringComparer.Ordinal);
}
