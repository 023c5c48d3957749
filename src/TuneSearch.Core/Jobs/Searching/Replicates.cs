namespace TuneSearch.Core.Jobs.Searching;

/// <summary>How many episodes a trial of the search has.</summary>
internal static class Replicates
{
    /// <summary>Noise of a trial's mean that a search walks through without being led astray.</summary>
    private const double TolerableNoise = 0.05;

    private const int Most = 3;

    /// <summary>A search of fewer trials than this gains more from another configuration than from another episode.</summary>
    private const int LeastTrials = 24;

    /// <param name="deviation">Relative standard deviation of one measurement.</param>
    /// <param name="toCoverAll">Episodes until every profile has run.</param>
    /// <param name="measurements">What the search may use.</param>
    public static int For(double deviation, int toCoverAll, int measurements)
    {
        var byNoise = (int)Math.Ceiling(Math.Pow(deviation / TolerableNoise, 2));
        var wanted = Math.Clamp(Math.Max(byNoise, toCoverAll), 1, Math.Max(Most, Math.Min(toCoverAll, Most + 1)));
        return Math.Clamp(measurements / LeastTrials, 1, wanted);
    }
}
