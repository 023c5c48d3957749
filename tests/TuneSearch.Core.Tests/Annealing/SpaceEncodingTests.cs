using FsCheck.Xunit;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

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
}
