using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>The expected improvement on the best (Jones, Schonlau and Welch 1998).</summary>
internal sealed class Improvement : IAcquisition
{
    public string Name => "improvement";

    public double Promise(Belief belief, double best, double noise, double luck) =>
        PortableMath.Log(belief.Deviation) + PortableMath.LogImprovement((best - belief.Mean) / belief.Deviation);
}
