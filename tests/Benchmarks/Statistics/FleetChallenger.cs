using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>A configuration worth comparing with a fleet's baseline, and one number of a comparison.</summary>
internal static class FleetChallenger
{
    private const int TrialsOfASearch = 60;

    /// <summary>What a search on the job's mixtures finds.</summary>
    public static async Task<Configuration> FindAsync(JobSpec job, IJobDirectorFactory directors, CancellationToken cancellationToken)
    {
        var search = job with { Verification = Verification.None, Budget = new Budget(TrialsOfASearch) };
        return (await FleetSearch.RunAsync(search, directors, cancellationToken)).Answer.Configuration;
    }

    /// <summary>Log of the objective of one measurement; null where there is none.</summary>
    public static async Task<double?> LogAsync(ICluster cluster, JobSpec job, int trial, Configuration configuration, Episode episode, CancellationToken cancellationToken)
    {
        await cluster.ApplyAsync(configuration, cancellationToken);
        return await cluster.RunAsync(new EpisodeRun(trial, configuration, episode), cancellationToken) is Measured { Measurements: [var measurement, ..] }
            && ObjectiveScorer.Number(job.Objective.Expression, configuration, measurement.Metrics) is { } value and > 0
            ? Math.Log(value)
            : null;
    }
}
