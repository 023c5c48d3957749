using System.Collections.Immutable;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What a Gaussian process has to learn about a landscape, as logarithms, so that any real number is allowed.</summary>
/// <remarks>
/// The vector's entries: a length scale for each axis (in ranges of the axis), the nugget (what smooth functions cannot explain, as a share of the
/// signal's variance), the share that an axis leaves untouched (see <see cref="ProductKernel"/>), the log odds that the nugget is ruggedness of the
/// landscape rather than noise of the measurement, and for each axis that has ratios its lean (see <see cref="LevelFactors"/>).
/// </remarks>
internal readonly record struct KernelParameters(int Axes, double[] Vector)
{
    private const double SmallestLogLength = -4;
    private const double LargestLogLength = 6;
    private const double SmallestLogNugget = -14;
    private const double LargestLogNugget = 2;
    private const double SmallestLogShared = -5;
    private const double LargestLogShared = 3;
    private const double LargestLogOdds = 6;

    public int Nugget => Axes;

    public int Shared => Axes + 1;

    public int Rugged => Axes + 2;

    public int FirstLean => Axes + 3;

    public static KernelParameters Of(KernelPrior prior) => new(prior.Axes, [.. prior.Mean]);

    public KernelParameters Copy() => new(Axes, [.. Vector]);

    /// <summary>The same landscape seen by a hot walker: shorter length scales, less shared between axes, nothing taken to be alike
    /// for the ratio of two numbers alone, hence more doubt away from what was measured.</summary>
    /// <remarks>Wang and de Freitas 2014 and Berkenkamp et al. 2019 shrink length scales so that a search cannot stay convinced by a model that is wrong.</remarks>
    public KernelParameters Heated(double temperature)
    {
        var hot = Copy();
        var cut = PortableMath.Log(temperature);
        for (var i = 0; i < Axes; i++)
        {
            hot.Vector[i] -= cut;
        }

        hot.Vector[Shared] -= cut;
        Array.Fill(hot.Vector, -LargestLogOdds, FirstLean, hot.Vector.Length - FirstLean);
        return hot;
    }

    /// <summary>What these say of each parameter: its length scale, and how far ratios count.</summary>
    public ImmutableArray<ParameterRelevance> ToRelevance(SpaceEncoding space, AxisShape[] shapes)
    {
        var known = ImmutableArray.CreateBuilder<ParameterRelevance>(Axes);
        var lean = FirstLean;
        for (var axis = 0; axis < Axes; axis++)
        {
            var span = Math.Clamp(PortableMath.Exp(Vector[axis]), ParameterRelevance.Smallest, ParameterRelevance.Largest);
            double? ratios = shapes[axis].Ratios is null ? null : 1 / (1 + PortableMath.Exp(-Vector[lean++]));
            known.Add(new ParameterRelevance(space.Axes[axis].Parameter.Name, span) { Ratios = ratios });
        }

        return known.MoveToImmutable();
    }

    public double Clamp(int index, double value) =>
        index < Axes ? Math.Clamp(value, SmallestLogLength, LargestLogLength)
        : index == Nugget ? Math.Clamp(value, SmallestLogNugget, LargestLogNugget)
        : index == Shared ? Math.Clamp(value, SmallestLogShared, LargestLogShared)
        : Math.Clamp(value, -LargestLogOdds, LargestLogOdds);
}
