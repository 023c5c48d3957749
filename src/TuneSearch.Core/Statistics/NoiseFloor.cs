namespace TuneSearch.Core.Statistics;

/// <summary>How much one metric moves when nothing is changed.</summary>
/// <param name="Deviation">Relative standard deviation of one measurement of the same configuration on the same episode.</param>
/// <param name="Spread">Relative standard deviation over different episodes: what pairing takes out.</param>
/// <param name="DriftPerStep">Relative change from one trial to the next, with nothing changed.</param>
/// <param name="DriftIsClear">Whether the drift differs from 0 at the 1 % level.</param>
/// <param name="Pairs">Pairs that it was estimated from.</param>
public sealed record NoiseFloor(double Deviation, double Spread, double DriftPerStep, bool DriftIsClear, int Pairs)
{
    /// <summary>Standard deviation of one paired difference.</summary>
    public double PairDeviation => Deviation * Math.Sqrt(2);
}
