using System.Globalization;
using FsCheck.Xunit;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Annealing;

public class SpaceEncodingTests
{
    [Property(MaxTest = 100)]
    public bool GenesOf_AConfigurationMadeOfGenes_AreTheGenes(ulong seed)
    {
        var space = new SpaceEncoding(SearchSpaces.Mixed());
        var random = CounterRandom.For(seed, "draw");
        var genes = space.Draw(ref random)!;

        return space.GenesOf(space.ToConfiguration(genes)).Zip(genes).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Fact]
    public void All_SmallSpace_ListsEachPointOnce() =>
        new SpaceEncoding(SearchSpaces.Ordinals(2, 3, 4)).All().Select(genes => string.Join(',', genes)).Distinct().Count().ShouldBe(24);

    [Fact]
    public void Size_WithAContinuum_IsInfinite() => new SpaceEncoding(SearchSpaces.Mixed()).Size.ShouldBe(double.PositiveInfinity);

    [Theory]
    [InlineData("1, 10, 1000", "0, 0.333, 1")]
    [InlineData("1000, 10, 1", "0, 0.667, 1")]
    [InlineData("1, 10, 100", null)]
    [InlineData("0, 1, 3, 15", "0, 0.25, 0.5, 1")]
    [InlineData("-1, 1, 10", null)]
    [InlineData("1, 100, 10", null)]
    [InlineData("1, 10", null)]
    public void Ratios_OfListedNumbers_AreWhereNumbersLieByTheirLogarithms(string numbers, string? expected)
    {
        var values = ValueList.From(numbers.Split(", ").Select(n => ParameterValue.Integer(long.Parse(n, CultureInfo.InvariantCulture))));
        var axis = new Axis(new Parameter("p", ParameterScope.Custom, new OrdinalDomain(values), values[0]));

        (axis.Ratios is { } ratios ? string.Join(", ", ratios.Select(r => Math.Abs(r).ToString("0.###", CultureInfo.InvariantCulture))) : null).ShouldBe(expected);
    }

    /// <summary>The grid tolerates a millionth of its step (<see cref="RealDomain.Contains"/>).</summary>
    [Theory]
    [InlineData(0.30000001, 3)]
    [InlineData(0.3, 3)]
    [InlineData(0.69999999, 7)]
    [InlineData(1.0, 10)]
    public void GeneOf_BesideItsGrid_IsTheNextLevels(double value, int expected)
    {
        var axis = new Axis(new Parameter("p", ParameterScope.Custom, new RealDomain(0, 1, Step: 0.1), ParameterValue.Real(0.30000001)));

        axis.GeneOf(ParameterValue.Real(value)).ShouldBe(expected);
        axis.Value(axis.DefaultGene).ShouldBe(axis.Parameter.Default);
    }

    [Fact]
    public void Ratios_OfWhatIsNoListOfNumbers_AreNull() => new SpaceEncoding(SearchSpaces.Mixed()).Axes.ShouldAllBe(axis => axis.Ratios == null);
}
