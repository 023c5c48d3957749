using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Guards;

/// <summary>Tells the search early what the gate would say: by how much a trial loses in guarded metrics against the baseline on the same episodes.</summary>
/// <remarks>Without it a search for throughput walks to where no latency would ever pass the gate. It steers only; the gate decides.</remarks>
internal sealed class GuardWatch(Calibration calibration, double maxRegression)
{
    /// <summary>Beyond the margin and so many standard deviations a loss is taken for real: of the neutral ones one in forty is.</summary>
    private const double Deviations = 2;

    private readonly Dictionary<ulong, List<Measurement>> _baseline = [];

    /// <summary>Takes note of what the baseline did on an episode.</summary>
    public void AddBaseline(Episode episode, Measurement measurement)
    {
        if (!_baseline.TryGetValue(episode.Seed, out var seen))
        {
            _baseline[episode.Seed] = seen = [];
        }

        seen.Add(measurement);
    }

    public GuardJudgement Judge(ImmutableArray<Episode> episodes, ImmutableArray<Measurement> measurements)
    {
        var judged = new GuardJudgement(0, null);
        foreach (var guarded in calibration.Guarded)
        {
            if (Excess(guarded.Metric, episodes, measurements) is var (excess, count))
            {
                var allowance = Deviations * guarded.Floor.PairDeviation / Math.Sqrt(count);
                judged = new GuardJudgement(judged.Violation + Math.Max(0, excess - allowance), Math.Min(judged.Slack ?? double.PositiveInfinity, -excess));
            }
        }

        return judged;
    }

    /// <summary>The mean loss beyond the margin and the number of comparisons that it is of; null where there was nothing to compare with.</summary>
    private (double Excess, int Count)? Excess(ComparedMetric metric, ImmutableArray<Episode> episodes, ImmutableArray<Measurement> measurements)
    {
        var losses = new List<double>();
        var margin = 0.0;
        for (var i = 0; i < measurements.Length; i++)
        {
            if (PairedComparer.Value(measurements[i], metric) is not { } now || !_baseline.TryGetValue(episodes[i].Seed, out var seen))
            {
                continue;
            }

            double[] before = [.. seen.Select(m => PairedComparer.Value(m, metric)).OfType<double>()];
            if (before.Length > 0)
            {
                var scale = ChangeScale.For(before, [now], metric.HigherIsBetter);
                margin = -scale.FromRelative(-maxRegression);
                losses.Add(-before.Average(was => scale.Difference(was, now)));
            }
        }

        return losses.Count == 0 ? null : (losses.Average() - margin, losses.Count);
    }
}
