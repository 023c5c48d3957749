using System.Runtime.Intrinsics;

namespace TuneSearch.Core.Annealing.Numerics;

/// <summary>Exponential, logarithm and the normal distribution out of additions, multiplications, divisions and square roots alone.</summary>
/// <remarks>
/// Those four are exact to the last bit on every machine (IEEE 754), which <c>Math.Exp</c> and <c>Math.Log</c> are not: they come from the platform's C
/// library. A search has to make the same decisions on any machine, so its model may not read them. Errors are below 1e-13 relative.
/// </remarks>
internal static class PortableMath
{
    private const double LogTwoHigh = 6.93145751953125E-1;
    private const double LogTwoLow = 1.42860682030941723212E-6;
    private const double InverseLogTwo = 1.4426950408889634;
    private const double LargestExponent = 700;

    /// <summary>e to the power of <paramref name="x"/>, which is clamped to -700..700.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x))[0];

    /// <summary>Four at once. The width is part of the type: fewer lanes in the machine give the same bits more slowly.</summary>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Max(Vector256.Min(x, Vector256.Create(LargestExponent)), Vector256.Create(-LargestExponent));
        var power = Vector256.Floor((x * InverseLogTwo) + Vector256.Create(0.5));
        var r = x - (power * LogTwoHigh) - (power * LogTwoLow);

        // Taylor's series; |r| is at most half of ln 2, so the first term left out is below 1e-14.
        var sum = Vector256.Create(1.0 / 479001600);
        sum = (sum * r) + Vector256.Create(1.0 / 39916800);
        sum = (sum * r) + Vector256.Create(1.0 / 3628800);
        sum = (sum * r) + Vector256.Create(1.0 / 362880);
        sum = (sum * r) + Vector256.Create(1.0 / 40320);
        sum = (sum * r) + Vector256.Create(1.0 / 5040);
        sum = (sum * r) + Vector256.Create(1.0 / 720);
        sum = (sum * r) + Vector256.Create(1.0 / 120);
        sum = (sum * r) + Vector256.Create(1.0 / 24);
        sum = (sum * r) + Vector256.Create(1.0 / 6);
        sum = (sum * r) + Vector256.Create(0.5);
        sum = (sum * r) + Vector256.Create(1.0);
        sum = (sum * r) + Vector256.Create(1.0);
        var exponent = Vector256.ShiftLeft(Vector256.ConvertToInt64(power) + Vector256.Create(1023L), 52);
        return sum * exponent.AsDouble();
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh(s); |s| is at most 0.172, so the term after the last is below 1e-16.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = 19; k >= 1; k -= 2)
        {
            sum = (sum * square) + (1.0 / k);
        }

        return (exponent * LogTwoHigh) + ((exponent * LogTwoLow) + (2 * s * sum));
    }

    public static double Power(double positive, double exponent) => Exp(exponent * Log(positive));

    public static double NormalDensity(double z) => 0.3989422804014327 * Exp(-z * z / 2);

    /// <summary>The probability that a standard normal falls below <paramref name="z"/> (Hart 1968, algorithm 5666, as given by West 2005).</summary>
    public static double NormalCumulative(double z)
    {
        var x = Math.Abs(z);
        if (x > 37)
        {
            return z > 0 ? 1 : 0;
        }

        var tail = Exp(-x * x / 2);
        if (x < 7.07106781186547)
        {
            var above = Horner(x, 3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376);
            var below = Horner(x, 8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752);
            tail *= above / below;
        }
        else
        {
            tail /= 2.506628274631 * (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65)))))))));
        }

        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>The logarithm of <see cref="NormalCumulative"/>; does not underflow far below zero (Abramowitz and Stegun 1964, 26.2.12).</summary>
    public static double LogNormalCumulative(double z)
    {
        // Below -30 the tail nears the smallest numbers; there the asymptotic series holds to better than 1e-5.
        if (z > -30)
        {
            return Log(NormalCumulative(z));
        }

        return (-z * z / 2) - 0.9189385332046727 - Log(-z) + Log(1 - (1 / (z * z)));
    }

    /// <summary>ln(φ(z) + z Φ(z)), the logarithm of the expected improvement at unit deviation; does not underflow far below zero (Ament et al., NeurIPS 2023).</summary>
    public static double LogImprovement(double z)
    {
        // Below -6 the difference loses its digits; there the asymptotic series holds to better than 2 %.
        if (z > -6)
        {
            return Log(NormalDensity(z) + (z * NormalCumulative(z)));
        }

        return (-z * z / 2) - 0.9189385332046727 - (2 * Log(-z)) + Log(1 - (3 / (z * z)));
    }

    /// <summary>The number below which a standard normal falls with the given probability (Acklam 2003, relative error below 1.2e-9).</summary>
    public static double NormalQuantile(double probability)
    {
        if (probability > 0.97575)
        {
            return -NormalQuantile(1 - probability);
        }

        if (probability < 0.02425)
        {
            var q = Math.Sqrt(-2 * Log(Math.Max(probability, 1e-300)));
            return Horner(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
                / Horner(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
        }

        var centred = probability - 0.5;
        var r = centred * centred;
        return centred * Horner(r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239)
            / Horner(r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1);
    }

    private static double Horner(double x, params ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
