using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>One draw from the belief about each configuration (after Thompson 1933; the draws are independent of one another).</summary>
internal sealed class ThompsonDraw : IAcquisition
{
    private const double Sharpness = 3;

    public string Name => "thompson";

    public double Promise(Belief belief, double best, double noise, double luck) => Sharpness * (best - belief.Mean + (luck * belief.Deviation));
}
