using TuneSearch.Core.Annealing;
using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Tests.Annealing;

public sealed class NoisyPlateauModelTests
{
    private const double Noise = 0.01;
    private const double Signal = 1;

    [Fact]
    public void LogWeight_DifferencesWithinTheNoise_FallsTowardsWhatWasMeasured()
    {
        var weight = Told(12, alike: 4);

        double[] weights = [weight(At(12, 0, 0.1)), weight(At(12, 0, 0.6)), weight(At(12, 0, 1, 1, 1, 1))];

        weights.ShouldBeInOrder();
        weights[0].ShouldBeLessThan(-3);
        weights[2].ShouldBeGreaterThan(-0.5);
    }

    [Fact]
    public void LogWeight_DifferencesBeyondTheNoise_HardlyPrefersTheFar() =>
        Told(12, alike: 0)(At(12, 0, 0.1)).ShouldBeGreaterThan(Told(12, alike: 4)(At(12, 0, 0.1)) / 4);

    /// <summary>Measuring again is no walk on a plateau, and is judged as what it is.</summary>
    [Fact]
    public void LogWeight_OfAMeasuredConfiguration_IsZero() =>
        Told(12, alike: 4)(At(12, 0)).ShouldBe(0);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void LogWeight_FewParameters_IsZeroEverywhere(int axes) =>
        Told(axes, alike: 4)(At(axes, 0, 0.1)).ShouldBe(0);

    [Theory]
    [InlineData(8, 1.8)]
    [InlineData(12, 4.2)]
    [InlineData(19, 8)]
    [InlineData(40, 8)]
    public void LogWeight_MoreParameters_WeighMoreUpToEight(int axes, double weight) =>
        Told(axes, alike: 4)(At(axes, 0, 0.1)).ShouldBe(weight / 0.6 * Told(6, alike: 4)(At(6, 0, 0.1)), 1e-9);

    [Theory]
    [InlineData(8, 1.8)]
    [InlineData(12, 3)]
    [InlineData(40, 3)]
    public void LogWeight_InReheats_WeighsThreeAtMost(int axes, double weight) =>
        Told(axes, alike: 4, isReheat: true)(At(axes, 0, 0.1)).ShouldBe(weight / 0.6 * Told(6, alike: 4)(At(6, 0, 0.1)), 1e-9);

    [Fact]
    public void LogWeight_BeforeThreePairs_IsZeroEverywhere()
    {
        var model = new NoisyPlateauModel(Shapes(12));
        model.Add(At(12, 0), 0);
        model.Add(At(12, 1), 1);
        model.Add(At(12, 0.1), 2);

        model.LogWeight(_ => (1, 1), Noise, Signal, isReheat: false)(At(12, 0.05)).ShouldBe(0);
    }

    /// <summary>What cannot run has no cost to compare.</summary>
    [Fact]
    public void LogWeight_WithoutCosts_IsZeroEverywhere()
    {
        var model = new NoisyPlateauModel(Shapes(12));
        for (var i = 0; i < 8; i++)
        {
            model.Add(At(12, i / 8.0), i);
        }

        model.LogWeight(_ => null, Noise, Signal, isReheat: false)(At(12, 0.05)).ShouldBe(0);
    }

    /// <summary>Many repeats of the same two leave less room for noise: a difference that one measurement each could have made by chance is then one of the configurations.</summary>
    [Fact]
    public void LogWeight_DifferenceThatRepeatsShow_CountsAsNoTie()
    {
        double[] costs = [0, 0.15, 1, -1, 0.15, 1.15, -0.85];
        var model = new NoisyPlateauModel(Shapes(12));
        foreach (var (i, positions) in new[] { At(12, 0), At(12, 0.1), At(12, 1), At(12, 0, 1), At(12, 0, 0, 0.1), At(12, 1, 0.1), At(12, 0.1, 1) }.Index())
        {
            model.Add(positions, i);
        }

        double Of(int count) => model.LogWeight(identity => (costs[identity], count), Noise, Signal, isReheat: false)(At(12, 0, 0, 0, 0.1));
        Of(1).ShouldBeLessThan(-1);
        Of(50).ShouldBeGreaterThan(Of(1) / 3);
    }

    /// <summary>Four configurations far apart, and beside each another one, which of the first <paramref name="alike"/> costs the same.</summary>
    private static Func<double[], double> Told(int axes, int alike, bool isReheat = false)
    {
        var model = new NoisyPlateauModel(Shapes(axes));
        var costs = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            double[] far = i switch
            {
                0 => At(axes, 0),
                1 => At(axes, 1),
                2 => At(axes, 0, 1, 0),
                _ => At(axes, 0, 0, 1),
            };
            model.Add(far, costs.Count);
            costs.Add(i);
            var near = (double[])far.Clone();
            near[^1] = 0.2;
            model.Add(near, costs.Count);
            costs.Add(i < alike ? i + 0.02 : i + 2.4);
        }

        return model.LogWeight(identity => (costs[identity], 1), Noise, Signal, isReheat);
    }

    private static AxisShape[] Shapes(int axes) => [.. Enumerable.Repeat(new AxisShape(true), axes)];

    private static double[] At(int axes, params double[] first) => [.. first, .. Enumerable.Repeat(0.0, axes - first.Length)];
}
