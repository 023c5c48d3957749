using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>The mean less two deviations (Cox and John 1992), in units of a third of a deviation of the values, which is what a step of a chain is worth.</summary>
internal sealed class ConfidenceBound : IAcquisition
{
    private const double Deviations = 2;
    private const double Sharpness = 3;

    public string Name => "confidence-bound";

    public double Promise(Belief belief, double best, double noise, double luck) => Sharpness * (best - belief.Mean + (Deviations * belief.Deviation));
}
