using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Workloads;

public sealed class MixtureSamplerTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g", "h"];

    [Property(MaxTest = 50)]
    public Property Draw_AnySpec_SharesSumToOneAndNoneIsBelowTheFloor(ulong seed, PositiveInt profiles, PositiveInt together, bool dirichlet, bool heldOut)
    {
        var names = Names.Take(1 + profiles.Get % Names.Length).ToArray();
        var sampler = new MixtureSampler(names, new MixtureSpec(together.Get % (names.Length + 1), dirichlet ? 0.5 : null), seed);

        var episode = sampler.Draw("search", 3, heldOut);

        return (Math.Abs(episode.Weights.Values.Sum() - 1) < 1e-9
            && episode.Weights.Count == sampler.ProfilesPerEpisode
            && episode.Weights.Values.Min() >= MixtureSampler.SmallestShare / episode.Weights.Count - 1e-12
            && episode.ProfileCount == names.Length
            && episode.HeldOut == heldOut).ToProperty();
    }

    [Property(MaxTest = 50)]
    public bool Draw_SameArguments_SameEpisode(ulong seed, byte index)
    {
        var spec = new MixtureSpec(2, 1);
        var one = new MixtureSampler(Names, spec, seed).Draw("gate", index);
        var two = new MixtureSampler(Names.Reverse(), spec, seed).Draw("gate", index);

        return one.Seed == two.Seed && one.Weights.SequenceEqual(two.Weights);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(2, 1.0)]
    [InlineData(8, 1.0)]
    public void Draw_SearchAndHeldOut_ShareNoMixture(int together, double? alpha)
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(together, alpha), 42);

        var search = Enumerable.Range(0, 200).Select(i => Text(sampler.Draw("search", i))).ToHashSet();
        var heldOut = Enumerable.Range(0, 200).Select(i => Text(sampler.Draw("gate", i, heldOut: true))).ToHashSet();

        search.Overlaps(heldOut).ShouldBeFalse();
        heldOut.ShouldNotBeEmpty();
    }

    [Fact]
    public void Draw_OneMixtureOnly_SplitsItsSeeds()
    {
        var sampler = new MixtureSampler(["a", "b"], new MixtureSpec(), 42);

        var search = Enumerable.Range(0, 100).Select(i => sampler.Draw("x", i).Seed).ToHashSet();
        var heldOut = Enumerable.Range(0, 100).Select(i => sampler.Draw("x", i, heldOut: true).Seed).ToHashSet();

        search.Overlaps(heldOut).ShouldBeFalse();
        search.Count.ShouldBe(100);
        heldOut.Count.ShouldBe(100);
    }

    [Fact]
    public void Draw_NoHoldout_StillAnswersBothSidesWithDifferentSeeds()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(2, 1, Holdout: 0), 42);

        sampler.Draw("x", 0).Seed.ShouldNotBe(sampler.Draw("x", 0, heldOut: true).Seed);
    }

    [Fact]
    public void Draw_LargeAlpha_SharesAreNearlyEqual()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(0, 1000), 42);

        sampler.Draw("x", 0).Weights.Values.ShouldAllBe(weight => Math.Abs(weight - 1.0 / 8) < 0.05);
    }

    [Fact]
    public void Constructor_NoProfiles_SaysSo() =>
        Should.Throw<ArgumentException>(() => new MixtureSampler([], new MixtureSpec(), 1))
            .Message.ShouldStartWith("A mixture needs at least one profile.");

    private static string Text(Episode episode) => string.Join(",", episode.Weights.Select(pair => $"{pair.Key}={pair.Value:R}"));
}
