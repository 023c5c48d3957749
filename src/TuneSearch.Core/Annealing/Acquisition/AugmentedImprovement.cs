using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>The expected improvement, discounted where a noisy measurement would tell little that is new (Huang, Allen, Notz and Zeng 2006).</summary>
/// <remarks>Around a good configuration that was measured often the plain criterion keeps asking; this one moves on.</remarks>
internal sealed class AugmentedImprovement : IAcquisition
{
    private static readonly Improvement Plain = new();

    public string Name => "augmented-improvement";

    public double Promise(Belief belief, double best, double noise, double luck) =>
        Plain.Promise(belief, best, noise, luck) + PortableMath.Log(Math.Max(1e-12, 1 - Math.Sqrt(noise / (belief.Variance + noise))));
}
