using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely a configuration is to cost exactly what a measured one does, by its distance from the nearest of them.</summary>
/// <remarks>
/// Where nothing is noisy, a cost that was seen before tells next to nothing: the change was one that the system does not notice, such as a setting that a limit elsewhere makes
/// idle, or a table of measurements answers both configurations by one row. A process that is sure of its smooth functions would go on there, since it gives what
/// is near the best the best promise. Logistic regression on the squared distance, so to speak on the number of settings that differ; two ties at least, for one may be chance.
/// </remarks>
internal sealed class PlateauModel(AxisShape[] shapes)
{
    private const int FewestTies = 2;

    /// <summary>The power of the chance of news that weighs a promise. Among many candidates the winner is one whose chance is overestimated, and news from near the best is small.</summary>
    private const double Weight = 8;
    private const double LeastChance = 1e-3;

    /// <summary>What is believed beforehand of the log odds of a tie: anything at no distance; at the mean of all distances seen about e squared times fewer.</summary>
    private const double LevelPrecision = 0.1;
    private const double UsualFall = 2;
    private const double FallPrecision = 0.25;
    private const int NewtonSteps = 12;
    private readonly List<(double[] Positions, double Cost)> _seen = [];
    private readonly HashSet<double> _costs = [];
    private readonly List<(double Distance, bool IsTie)> _arrivals = [];
    private double _meanDistance;
    private int _ties;
    private (double Level, double Fall)? _fitted;

    /// <summary>Only the first measurement of each configuration.</summary>
    public void Add(double[] positions, double cost)
    {
        var isTie = !_costs.Add(cost);
        if (_seen.Count > 0)
        {
            _arrivals.Add((SquaredDistance(positions), isTie));
            _meanDistance = _arrivals.Average(arrival => arrival.Distance);
            _ties += isTie ? 1 : 0;
        }

        _seen.Add((positions, cost));
        _fitted = null;
    }

    /// <summary>What the logarithm of a promise loses to the chance of learning nothing; 0 everywhere before two costs came again.</summary>
    public double LogWeight(ReadOnlySpan<double> positions)
    {
        if (_ties < FewestTies)
        {
            return 0;
        }

        var (level, fall) = _fitted ??= Fit();
        return Weight * PortableMath.Log(Math.Max(LeastChance, 1 - Chance(level, fall, SquaredDistance(positions))));
    }

    private double Chance(double level, double fall, double distance) => 1 / (1 + PortableMath.Exp((fall * distance / _meanDistance) - level));

    /// <summary>From the nearest configuration seen: parts of an ordered range, and 1 for an unordered value that differs, squared and summed.</summary>
    private double SquaredDistance(ReadOnlySpan<double> positions)
    {
        var least = double.PositiveInfinity;
        foreach (var (other, _) in _seen)
        {
            var sum = 0.0;
            for (var axis = 0; axis < other.Length && sum < least; axis++)
            {
                var away = positions[axis] - other[axis];
                sum += shapes[axis].IsOrdered ? away * away : away == 0 ? 0 : 1;
            }

            least = Math.Min(least, sum);
        }

        return least;
    }

    /// <summary>The most probable line of log odds, by Newton's method.</summary>
    private (double Level, double Fall) Fit()
    {
        var (level, fall) = (0.0, UsualFall);
        for (var step = 0; step < NewtonSteps; step++)
        {
            var (slopeOfLevel, slopeOfFall) = (-LevelPrecision * level, FallPrecision * (UsualFall - fall));
            var (levels, both, falls) = (LevelPrecision, 0.0, FallPrecision);
            foreach (var (distance, isTie) in _arrivals)
            {
                var chance = Chance(level, fall, distance);
                var surprise = (isTie ? 1 : 0) - chance;
                var curvature = chance * (1 - chance);
                var away = distance / _meanDistance;
                slopeOfLevel += surprise;
                slopeOfFall -= surprise * away;
                levels += curvature;
                both -= curvature * away;
                falls += curvature * away * away;
            }

            var determinant = (levels * falls) - (both * both);
            level += ((falls * slopeOfLevel) - (both * slopeOfFall)) / determinant;
            fall += ((levels * slopeOfFall) - (both * slopeOfLevel)) / determinant;
        }

        return (level, fall);
    }
}
