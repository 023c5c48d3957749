using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Tests.Validation;

public sealed class NearestTests
{
    [Theory]
    [InlineData("linger_ms", "linger.ms")]
    [InlineData("lingr.ms", "linger.ms")]
    [InlineData("LINGER.MS", "linger.ms")]
    [InlineData("acsk", "acks")]
    [InlineData("q", null)]
    [InlineData("compression", null)]
    public void To_SlipOfTheHand_FindsWhatWasMeant(string written, string? meant) =>
        Nearest.To(written, ["linger.ms", "acks", "a"]).ShouldBe(meant);

    [Fact]
    public void Remedy_NothingNear_ListsWhatIsKnown() =>
        Nearest.Remedy("colour", ["name", "scope"]).ShouldBe("Write one of: name, scope.");

    [Fact]
    public void Remedy_NothingKnown_SaysToRemoveIt() =>
        Nearest.Remedy("colour", []).ShouldBe("Remove it: nothing can stand here.");

    [Fact]
    public void Remedy_ManyKnown_ListsTheFirstAndCounts() =>
        Nearest.Remedy("colour", [.. Enumerable.Range(10, 20).Select(i => $"name{i}")])
            .ShouldBe("Write one of: name10, name11, name12, name13, name14, name15, name16, name17, name18, name19, name20, name21, name22, name23, name24, name25, … (20 in all).");
}
