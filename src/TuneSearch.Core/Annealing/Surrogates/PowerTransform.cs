using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Costs to the model's scale: a power or the logarithm of their size, then mean 0 and deviation 1 (Box and Cox 1964).</summary>
/// <remarks>Latencies and throughputs vary by factors; on the right scale they are smooth and their noise is even. Which scale, the likelihood says.</remarks>
internal sealed class PowerTransform
{
    private readonly double _sign;
    private readonly double _power;
    private readonly double _mean;
    private readonly double _deviation;

    private PowerTransform(double sign, double power, double mean, double deviation, double logJacobian)
    {
        _sign = sign;
        _power = power;
        _mean = mean;
        _deviation = deviation;
        LogJacobian = logJacobian;
    }

    /// <summary>What the change of scale adds to the log likelihood of the costs it was made for, so that scales can be compared.</summary>
    public double LogJacobian { get; }

    /// <summary>Null where the costs are not all of one sign and the power is not 1.</summary>
    /// <param name="power">1 keeps the scale, 0 takes the logarithm.</param>
    public static PowerTransform? For(IReadOnlyList<double> costs, double power)
    {
        var sign = costs.All(c => c > 0) ? 1 : costs.All(c => c < 0) ? -1 : 0;
        if (sign == 0 && power != 1)
        {
            return null;
        }

        var raw = new PowerTransform(sign, power, 0, 1, 0);
        var mean = 0.0;
        var logJacobian = 0.0;
        foreach (var cost in costs)
        {
            mean += raw.Apply(cost) / costs.Count;
            logJacobian += power == 1 ? 0 : (power - 1) * PortableMath.Log(sign * cost);
        }

        var variance = costs.Sum(c => (raw.Apply(c) - mean) * (raw.Apply(c) - mean)) / costs.Count;
        var deviation = Math.Max(Math.Sqrt(variance), 1e-12 * Math.Max(1, Math.Abs(mean)));
        return new PowerTransform(sign, power, mean, deviation, logJacobian - (costs.Count * PortableMath.Log(deviation)));
    }

    public double Apply(double cost) => (Scaled(cost) - _mean) / _deviation;

    /// <summary>The cost that <see cref="Apply"/> would bring here, as near as the scale allows.</summary>
    public double Invert(double value)
    {
        var scaled = _mean + (value * _deviation);
        if (_power == 1)
        {
            return scaled;
        }

        return _sign * (_power == 0
            ? PortableMath.Exp(_sign * scaled)
            : PortableMath.Power(Math.Max(1e-300, 1 + (_power * _sign * scaled)), 1 / _power));
    }

    private double Scaled(double cost) =>
        _power == 1 ? cost
        : _power == 0 ? _sign * PortableMath.Log(_sign * cost)
        : _sign * (PortableMath.Power(_sign * cost, _power) - 1) / _power;
}
