using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Ranks by Zipf's law, P(rank k) proportional to (k + 1)^-exponent, by rejection-inversion: no table, under 1.2 draws a rank.</summary>
/// <remarks>Hörmann and Derflinger, «Rejection-inversion to generate variates from monotone discrete distributions», TOMACS 6 (1996).</remarks>
internal sealed class ZipfSampler
{
    private readonly int _distinct;
    private readonly double _exponent;
    private readonly double _integralFirst;
    private readonly double _integralLast;
    private readonly double _shortcut;

    public ZipfSampler(int distinct, double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distinct);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        _distinct = distinct;
        _exponent = exponent;
        _integralFirst = Integral(1.5) - 1;
        _integralLast = Integral(distinct + 0.5);
        _shortcut = 2 - InverseIntegral(Integral(2.5) - Density(2));
    }

    /// <summary>From 0 to one less than the number of distinct ranks.</summary>
    public int Next(ref CounterRandom random)
    {
        while (true)
        {
            var u = _integralLast + random.NextDouble() * (_integralFirst - _integralLast);
            var x = InverseIntegral(u);
            var rank = Math.Clamp((int)Math.Round(x), 1, _distinct);
            if (rank - x <= _shortcut || u >= Integral(rank + 0.5) - Density(rank))
            {
                return rank - 1;
            }
        }
    }

    private double Density(double x) => Math.Exp(-_exponent * Math.Log(x));

    /// <summary>The integral of x^-exponent, (x^(1-exponent) - 1) / (1 - exponent), continuous at exponent 1.</summary>
    private double Integral(double x)
    {
        var log = Math.Log(x);
        return log * ExpRatio((1 - _exponent) * log);
    }

    private double InverseIntegral(double u)
    {
        var t = Math.Max(-1, u * (1 - _exponent));
        return Math.Exp(u * LogRatio(t));
    }

    /// <summary>log(1 + t) / t, by its series near 0.</summary>
    private static double LogRatio(double t) => Math.Abs(t) > 1e-8 ? Math.Log(1 + t) / t : 1 - t * (0.5 - t * (1.0 / 3 - 0.25 * t));

    /// <summary>(e^t - 1) / t, by its series near 0.</summary>
    private static double ExpRatio(double t) => Math.Abs(t) > 1e-8 ? (Math.Exp(t) - 1) / t : 1 + t * 0.5 * (1 + t / 3 * (1 + 0.25 * t));
}
