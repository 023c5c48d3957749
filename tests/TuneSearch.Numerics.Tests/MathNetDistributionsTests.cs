namespace TuneSearch.Numerics.Tests;

public class MathNetDistributionsTests
{
    private readonly MathNetDistributions _distributions = new();

    /// <summary>The usual table (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).</summary>
    [Theory]
    [InlineData(0.95, 1, 6.314)]
    [InlineData(0.975, 4, 2.776)]
    [InlineData(0.975, 9, 2.262)]
    [InlineData(0.99, 30, 2.457)]
    [InlineData(0.025, 9, -2.262)]
    public void StudentQuantile_Table_Agrees(double probability, double degrees, double expected) =>
        _distributions.StudentQuantile(probability, degrees).ShouldBe(expected, 0.001);

    [Theory]
    [InlineData(1e-6, 1)]
    [InlineData(1e-6, 2)]
    [InlineData(1e-6, 3)]
    [InlineData(1e-6, 5)]
    [InlineData(0.3, 2)]
    [InlineData(0.999999, 40)]
    public void StudentCumulative_OfQuantile_IsTheProbability(double probability, double degrees) =>
        _distributions.StudentCumulative(_distributions.StudentQuantile(probability, degrees), degrees).ShouldBe(probability, probability * 1e-6);
}
