using FsCheck.Xunit;
using MathNet.Numerics.Distributions;
using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Tests.Annealing;

public class PortableMathTests
{
    [Theory]
    [InlineData(-40)]
    [InlineData(-1.3)]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(0.7)]
    [InlineData(123.4)]
    public void Exp_AnyNumber_AgreesWithTheLibrary(double x) => (PortableMath.Exp(x) / Math.Exp(x)).ShouldBe(1, 1e-13);

    [Theory]
    [InlineData(1e-200)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.4142135623731)]
    [InlineData(7e99)]
    public void Log_PositiveNumber_AgreesWithTheLibrary(double x) => PortableMath.Log(x).ShouldBe(Math.Log(x), 1e-13 * Math.Max(1, Math.Abs(Math.Log(x))));

    [Property(MaxTest = 200)]
    public bool NormalCumulative_AnyNumber_AgreesWithMathNet(short tenths) =>
        Math.Abs(PortableMath.NormalCumulative(tenths / 1000.0) - Normal.CDF(0, 1, tenths / 1000.0)) < 1e-12;

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void NormalQuantile_Probability_AgreesWithMathNet(double probability) =>
        PortableMath.NormalQuantile(probability).ShouldBe(Normal.InvCDF(0, 1, probability), 1e-8);

    [Fact]
    public void LogImprovement_AroundTheSwitchOfFormulas_IsContinuous() =>
        PortableMath.LogImprovement(-6.0001).ShouldBe(PortableMath.LogImprovement(-5.9999), 0.05);

    [Theory]
    [InlineData(-4.5)]
    [InlineData(0.2)]
    [InlineData(3)]
    public void LogNormalCumulative_WhereTheProbabilityCanBeTold_IsItsLogarithm(double z) =>
        PortableMath.LogNormalCumulative(z).ShouldBe(Math.Log(Normal.CDF(0, 1, z)), 1e-10);

    [Theory]
    [InlineData(-30.0001, -29.9999)]
    [InlineData(-1000, -999)]
    public void LogNormalCumulative_FarBelowZero_KeepsRising(double lower, double higher)
    {
        PortableMath.LogNormalCumulative(lower).ShouldBeLessThan(PortableMath.LogNormalCumulative(higher));
        PortableMath.LogNormalCumulative(lower).ShouldBe(PortableMath.LogNormalCumulative(higher), 0.01 - (lower * (higher - lower)));
    }
}
