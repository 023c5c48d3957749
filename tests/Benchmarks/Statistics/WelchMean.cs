using TuneSearch.Core.Statistics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>The difference of two unpaired means (Welch, «The generalization of Student's problem when several different population variances are involved», Biometrika 1947).</summary>
internal static class WelchMean
{
    public static MeanEstimate Of(IReadOnlyCollection<double> incumbent, IReadOnlyCollection<double> challenger)
    {
        var (va, vb) = (Variance(incumbent) / incumbent.Count, Variance(challenger) / challenger.Count);
        var freedom = (va + vb) * (va + vb) / ((va * va / (incumbent.Count - 1)) + (vb * vb / (challenger.Count - 1)));
        return new MeanEstimate(challenger.Average() - incumbent.Average(), Math.Sqrt(va + vb), Math.Floor(freedom), incumbent.Count + challenger.Count);
    }

    private static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }
}
