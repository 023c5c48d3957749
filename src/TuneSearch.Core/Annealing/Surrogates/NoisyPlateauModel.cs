using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely the noise is to hide any difference between a configuration and the nearest measured one.</summary>
/// <remarks>
/// Under noise no cost comes again, so whether two are the same is itself only likely: by how much likelier their difference is as noise than as noise and two costs of the
/// landscape. Expectation-maximisation: the chances of a tie by the line, the line by these chances. Of many settings most hardly matter, and a trial that changes one or two of
/// them measures the best configuration once more under another name. Of few settings all may matter, and a small step is the way to the peak; so the weight grows with their number, from nothing at five.
/// </remarks>
internal sealed class NoisyPlateauModel(AxisShape[] shapes)
{
    private const int MostAxesWithout = 5;
    private const double WeightOfAnotherAxis = 0.6;
    private const double LargestWeight = 8;

    /// <summary>A hot model looks afar by itself.</summary>
    private const double LargestWeightInReheats = 3;
    private const double UsualFall = 4;
    private const int Rounds = 10;
    private const int NewtonStepsOfRound = 4;
    private const int FewestPairs = 3;
    private const double LargestLogRatio = 30;
    private const double LeastVariance = 1e-12;
    private readonly double _weight = Math.Clamp(WeightOfAnotherAxis * (shapes.Length - MostAxesWithout), 0, LargestWeight);
    private readonly MeasuredPoints _points = new(shapes);
    private readonly List<int> _identities = [];
    private readonly List<(int Identity, int Nearest, double Distance)> _pairs = [];

    /// <summary>Only the first measurement of each configuration.</summary>
    public void Add(double[] positions, int identity)
    {
        if (_weight > 0 && _points.Count > 0)
        {
            var (nearest, distance) = _points.Nearest(positions);
            _pairs.Add((identity, _identities[nearest], distance));
        }

        _points.Add(positions);
        _identities.Add(identity);
    }

    /// <summary>What the logarithm of a promise loses to the chance of learning nothing, by the positions; nothing for a configuration that was measured, since measuring it again
    /// is judged as what it is.</summary>
    /// <param name="meanOf">The mean of a configuration's costs on the model's scale, and how many they are; null for one that cannot run.</param>
    /// <param name="noise">Variance of the noise of one measurement.</param>
    /// <param name="signal">Variance of the costs of the landscape.</param>
    /// <param name="isReheat">Whether the promises are those of a hot model.</param>
    public Func<double[], double> LogWeight(Func<int, (double Mean, int Count)?> meanOf, double noise, double signal, bool isReheat)
    {
        var (distances, ratios) = (new List<double>(), new List<double>());
        foreach (var (identity, nearest, distance) in _pairs)
        {
            if (meanOf(identity) is { } one && meanOf(nearest) is { } other)
            {
                distances.Add(distance);
                ratios.Add(RatioOf(one, other, noise, signal));
            }
        }

        if (distances.Count < FewestPairs)
        {
            return _ => 0;
        }

        var line = TieLine.Beforehand(UsualFall, distances.Average());
        for (var round = 0; round < Rounds; round++)
        {
            double[] ties = [.. distances.Zip(ratios, ChanceOfTie(line))];
            line = line.Fitted(distances, ties, UsualFall, NewtonStepsOfRound);
        }

        line = line with { Fall = Math.Max(0, line.Fall) };
        var weight = isReheat ? Math.Min(LargestWeightInReheats, _weight) : _weight;
        return positions => _points.Nearest(positions).Distance is var distance and > 0 ? weight * line.LogNovelty(distance) : 0;
    }

    /// <summary>Of a pair that was measured, by its distance and by how many times likelier a tie makes the difference of its means.</summary>
    private static Func<double, double, double> ChanceOfTie(TieLine line) => (distance, ratio) =>
    {
        var beforehand = line.Chance(distance);
        return beforehand * ratio / ((beforehand * ratio) + 1 - beforehand);
    };

    /// <summary>How many times likelier the difference of two means is where there is none but noise.</summary>
    private static double RatioOf((double Mean, int Count) one, (double Mean, int Count) other, double noise, double signal)
    {
        var same = Math.Max(LeastVariance, noise * ((1.0 / one.Count) + (1.0 / other.Count)));
        var different = same + (2 * signal);
        var squared = (one.Mean - other.Mean) * (one.Mean - other.Mean);
        var log = 0.5 * (PortableMath.Log(different / same) - (squared / same) + (squared / different));
        return PortableMath.Exp(Math.Clamp(log, -LargestLogRatio, LargestLogRatio));
    }
}
