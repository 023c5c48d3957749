using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What is believed of a landscape before anything is measured, as densities of the logarithms, independent of one another: normal ones, and for the
/// length scales Student's t where tails are heavy.</summary>
/// <remarks>
/// Most settings of a system hardly matter, a few matter much (effect sparsity, Box and Meyer 1986). A normal density all but forbids the length scales of ten and more
/// ranges that a setting without effect has, so the search went on trying it out. Student's t lets one parameter be an exception at little cost. A length scale that
/// an earlier search learned makes one near it likelier, in a mixture with the usual belief: where the other system was unlike this one, it is soon given up.
/// </remarks>
internal sealed record KernelPrior(int Axes, double[] Mean, double[] Deviation, bool HasHeavyTails)
{
    /// <summary>Degrees of freedom of Student's t: the fewest whose variance is finite.</summary>
    private const double Freedom = 3;

    /// <summary>What integrates Student's density of three degrees to 1, and the normal one.</summary>
    private const double StudentsHeight = 0.36755259694786136;
    private const double NormalHeight = 0.3989422804014327;

    /// <summary>Typical length scale in ranges of an axis, times the square root of the number of axes: distances grow with that root, and so must the
    /// length scales for the model to stay as smooth (Hvarfner et al. 2024).</summary>
    private const double LengthPerRootOfAxes = 0.25;
    private const double LengthDeviation = 1;

    /// <summary>Of the log odds that ratios count: with it every share of the two is about as likely as any other.</summary>
    private const double LeanDeviation = 1.5;

    /// <summary>How far an earlier search is believed: the chance that its length scale holds here too, and the deviation of the logarithm if so.</summary>
    private const double ChanceThatKnownHolds = 0.7;
    private const double KnownLengthDeviation = 0.5;
    private const double KnownLeanDeviation = 1;

    /// <summary>The largest log odds that an earlier search is believed, so that none of the two kernels is ruled out.</summary>
    private const double LargestKnownLean = 4;

    /// <summary>For each axis the logarithm of the length scale that an earlier search learned; not a number where there was none.</summary>
    private double[] Known { get; init; } = [.. Enumerable.Repeat(double.NaN, Axes)];

    /// <param name="shapes">With what an earlier search learned of a parameter, where there was one.</param>
    /// <param name="hasHeavyTails">Whether a parameter may easily matter far less, or far more, than is usual.</param>
    public static KernelPrior For(AxisShape[] shapes, NuggetPrior nugget, bool hasHeavyTails)
    {
        var axes = shapes.Length;
        var leans = shapes.Count(shape => shape.Ratios is not null);
        var mean = new double[axes + 3 + leans];
        var deviation = new double[axes + 3 + leans];
        Array.Fill(mean, PortableMath.Log(LengthPerRootOfAxes * Math.Sqrt(Math.Max(1, axes))), 0, axes);
        Array.Fill(deviation, LengthDeviation, 0, axes);
        (mean[axes], deviation[axes]) = (nugget.LogMean, nugget.Deviation);
        mean[axes + 1] = 0;
        deviation[axes + 1] = 1;
        (mean[axes + 2], deviation[axes + 2]) = (nugget.LogOdds, nugget.LogOddsDeviation);
        Array.Fill(deviation, LeanDeviation, axes + 3, leans);
        LearnLeans(shapes, mean, deviation);
        return new KernelPrior(axes, mean, deviation, hasHeavyTails) { Known = [.. shapes.Select(shape => shape.Known is { } known ? PortableMath.Log(known.Span) : double.NaN)] };
    }

    /// <summary>Up to a constant.</summary>
    public double LogDensity(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            sum += At(i, vector[i]).LogDensity;
        }

        return sum;
    }

    /// <summary>How the logarithm of the density changes with one entry of the vector.</summary>
    public double Slope(int index, double value) => At(index, value).Slope;

    private static void LearnLeans(AxisShape[] shapes, double[] mean, double[] deviation)
    {
        var lean = shapes.Length + 3;
        foreach (var shape in shapes.Where(shape => shape.Ratios is not null))
        {
            if (shape.Known?.Ratios is { } ratios)
            {
                mean[lean] = Math.Clamp(PortableMath.Log(ratios / (1 - ratios)), -LargestKnownLean, LargestKnownLean);
                deviation[lean] = KnownLeanDeviation;
            }

            lean++;
        }
    }

    private (double LogDensity, double Slope) At(int index, double value)
    {
        var z = (value - Mean[index]) / Deviation[index];
        var (usual, slope) = HasHeavyTails && index < Axes
            ? (-(Freedom + 1) / 2 * PortableMath.Log(1 + (z * z / Freedom)), -(Freedom + 1) * z / (Freedom + (z * z)) / Deviation[index])
            : (-z * z / 2, -z / Deviation[index]);
        return index < Axes && double.IsFinite(Known[index]) ? Mixed(Known[index], value, usual, slope) : (usual, slope);
    }

    /// <summary>The usual belief and the one that an earlier search made likely, each with its chance.</summary>
    private (double LogDensity, double Slope) Mixed(double known, double value, double usual, double slope)
    {
        var z = (value - known) / KnownLengthDeviation;
        var likely = ChanceThatKnownHolds * NormalHeight / KnownLengthDeviation * PortableMath.Exp(-z * z / 2);
        var other = (1 - ChanceThatKnownHolds) * (HasHeavyTails ? StudentsHeight : NormalHeight) / LengthDeviation * PortableMath.Exp(usual);
        return (PortableMath.Log(likely + other), ((likely * -z / KnownLengthDeviation) + (other * slope)) / (likely + other));
    }
}
