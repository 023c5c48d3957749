using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>What an answer is worth, measured on episodes that no search saw.</summary>
internal static class FreshScore
{
    private const int Episodes = 30;
    private const int FirstTrial = 1_000_000;

    /// <summary>The objective of the answer on fresh episodes; an answer that misses a limit there is worth what the baseline is.</summary>
    public static async Task<(double Objective, bool IsBeyond)> OfAsync(JobSpec spec, ICluster cluster, Configuration answer, CancellationToken cancellationToken) =>
        answer.Equals(spec.Baseline) || await MeasureAsync(spec, cluster, answer, cancellationToken) is not { Violation: <= 0, Objective: { } objective }
            ? ((await MeasureAsync(spec, cluster, spec.Baseline, cancellationToken)).Objective!.Value, !answer.Equals(spec.Baseline))
            : (objective, false);

    private static Task<Score> MeasureAsync(JobSpec spec, ICluster cluster, Configuration configuration, CancellationToken cancellationToken)
    {
        var sampler = spec.Episodes();
        var plan = new TrialPlan(FirstTrial, TrialPurpose.Estimate, configuration, [.. Enumerable.Range(0, Episodes).Select(i => sampler.Seen("benchmark", i))]);
        return JobPlayer.ScoreAsync(spec, cluster, plan, cancellationToken);
    }
}
