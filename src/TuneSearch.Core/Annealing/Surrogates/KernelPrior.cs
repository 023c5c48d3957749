using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What is believed of a landscape before anything is measured: independent normals on the logarithms.</summary>
internal sealed record KernelPrior(int Axes, double[] Mean, double[] Deviation)
{
    /// <summary>Typical length scale in ranges of an axis, times the square root of the number of axes: distances grow with that root, and so must the
    /// length scales for the model to stay as smooth (Hvarfner et al. 2024).</summary>
    private const double LengthPerRootOfAxes = 0.25;
    private const double LengthDeviation = 1;
    private const double TypicalNugget = 1e-3;
    private const double NuggetDeviation = 2.5;
    private const double NuggetDeviationWhenKnown = 0.5;
    private const double LogOddsWhenNoiseless = 6;

    /// <summary>Of the log odds that ratios count: with it every share of the two is about as likely as any other.</summary>
    private const double LeanDeviation = 1.5;

    /// <param name="nugget">Share of the costs' variance that is known to be noise; null where nobody knows, zero where there is none.</param>
    public static KernelPrior For(AxisShape[] shapes, double? nugget)
    {
        var axes = shapes.Length;
        var leans = shapes.Count(shape => shape.Ratios is not null);
        var mean = new double[axes + 3 + leans];
        var deviation = new double[axes + 3 + leans];
        Array.Fill(mean, PortableMath.Log(LengthPerRootOfAxes * Math.Sqrt(Math.Max(1, axes))), 0, axes);
        Array.Fill(deviation, LengthDeviation, 0, axes);
        mean[axes] = PortableMath.Log(nugget is > 0 ? nugget.Value : TypicalNugget);
        deviation[axes] = nugget is > 0 ? NuggetDeviationWhenKnown : NuggetDeviation;
        mean[axes + 1] = 0;
        deviation[axes + 1] = 1;
        mean[axes + 2] = nugget == 0 ? LogOddsWhenNoiseless : 0;
        deviation[axes + 2] = nugget == 0 ? 0.1 : 1;
        Array.Fill(deviation, LeanDeviation, axes + 3, leans);
        return new KernelPrior(axes, mean, deviation);
    }

    public double LogDensity(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            var z = (vector[i] - Mean[i]) / Deviation[i];
            sum -= z * z / 2;
        }

        return sum;
    }
}
