using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Workloads;

public sealed class MixtureSamplerTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g", "h"];

    [Property(MaxTest = 50)]
    public Property Fresh_AnySpec_SharesSumToOneAndNoneIsBelowTheFloor(ulong seed, PositiveInt profiles, PositiveInt together, bool dirichlet, byte index)
    {
        var names = Names.Take(1 + profiles.Get % Names.Length).ToArray();
        var sampler = new MixtureSampler(names, new MixtureSpec(together.Get % (names.Length + 1), dirichlet ? 0.5 : null), seed);

        var episode = sampler.Fresh("gate", index);

        return (Math.Abs(episode.Weights.Values.Sum() - 1) < 1e-9
            && episode.Weights.Count == sampler.ProfilesPerEpisode
            && episode.Weights.Values.Min() >= MixtureSampler.SmallestShare / episode.Weights.Count - 1e-12
            && episode.ProfileCount == names.Length).ToProperty();
    }

    [Property(MaxTest = 50)]
    public bool Fresh_SameArguments_SameEpisodeInWhateverOrderItIsAskedFor(ulong seed, byte index)
    {
        var spec = new MixtureSpec(2, 1);
        var one = new MixtureSampler(Names, spec, seed).Fresh("gate", index);
        var other = new MixtureSampler(Names.Reverse(), spec, seed);
        other.Seen("search", 90);
        var two = other.Fresh("gate", index);

        return one.Seed == two.Seed && one.HeldOut == two.HeldOut && one.Weights.SequenceEqual(two.Weights);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, null)]
    [InlineData(4, null)]
    [InlineData(2, 1.0)]
    [InlineData(8, 1.0)]
    public void Fresh_HeldOut_IsNoMixtureThatTheSearchSees(int together, double? alpha)
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(together, alpha), 42);

        var seen = Enumerable.Range(0, 400).Select(i => Text(sampler.Seen("search", i))).ToHashSet();
        var heldOut = Enumerable.Range(0, 200).Select(i => sampler.Fresh("gate", i)).Where(episode => episode.HeldOut).Select(Text).ToHashSet();

        seen.Overlaps(heldOut).ShouldBeFalse();
        heldOut.ShouldNotBeEmpty();
    }

    [Fact]
    public void Fresh_EqualWeightsAndDefaultHoldout_HoldsOutAboutThreeInTen()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(2, DirichletAlpha: null), 4);

        Enumerable.Range(0, 200).Count(i => sampler.Fresh("gate", i).HeldOut).ShouldBeInRange(40, 80);
    }

    [Theory]
    [InlineData(8, 2, null)]
    [InlineData(7, 3, null)]
    [InlineData(8, 2, 1.0)]
    [InlineData(2, 1, null)]
    [InlineData(3, 0, null)]
    public void Seen_OneTurn_RunsEveryProfile(int profiles, int together, double? alpha)
    {
        var sampler = new MixtureSampler(Names.Take(profiles), new MixtureSpec(together, alpha), 9);

        Enumerable.Range(0, 20).ShouldAllBe(turn =>
            Enumerable.Range(turn * sampler.EpisodesToCoverAll, sampler.EpisodesToCoverAll).SelectMany(i => sampler.Seen("search", i).Weights.Keys).Distinct().Count() == profiles);
    }

    [Fact]
    public void Fresh_OneMixtureOnly_HasSeedsOfItsOwn()
    {
        var sampler = new MixtureSampler(["a", "b"], new MixtureSpec(DirichletAlpha: null), 42);

        var seen = Enumerable.Range(0, 100).Select(i => sampler.Seen("search", i).Seed).ToHashSet();
        var fresh = Enumerable.Range(0, 100).Select(i => sampler.Fresh("gate", i).Seed).ToHashSet();

        seen.Overlaps(fresh).ShouldBeFalse();
        (seen.Count, fresh.Count).ShouldBe((100, 100));
    }

    [Fact]
    public void Fresh_EqualWeightsAndNoHoldout_HoldsNothingOut()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(2, DirichletAlpha: null, Holdout: 0), 42);

        Enumerable.Range(0, 50).ShouldAllBe(i => !sampler.Fresh("gate", i).HeldOut);
    }

    [Fact]
    public void Fresh_DrawnWeights_EveryPurposeHasMixturesOfItsOwnAndAllAreHeldOut()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(), 42);

        Episode[] all = [.. new[] { "finalists", "gate/0", "estimate" }.SelectMany(purpose => Enumerable.Range(0, 50).Select(i => sampler.Fresh(purpose, i)))];

        all.Select(Text).Concat(Enumerable.Range(0, 50).Select(i => Text(sampler.Seen("search", i)))).Distinct().Count().ShouldBe(200);
        all.ShouldAllBe(episode => episode.HeldOut);
    }

    [Fact]
    public void Fresh_DrawnWeights_EachProfileHasAnEqualShareOnAverage()
    {
        var sampler = new MixtureSampler(["a", "b", "c"], new MixtureSpec(), 42);

        var weights = Enumerable.Range(0, 2000).Select(i => sampler.Fresh("gate", i).Weights).ToArray();

        foreach (var profile in new[] { "a", "b", "c" })
        {
            weights.Average(shares => shares[profile]).ShouldBe(1.0 / 3, 0.015);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 4)]
    public void Seen_FirstTurnOfDrawnWeights_RunsEqualSharesAndTheNextDoNot(int together, int episodesOfATurn)
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(together), 42);

        Enumerable.Range(0, episodesOfATurn).ShouldAllBe(i => sampler.Seen("search", i).Weights.Values.All(share => share == 1.0 / sampler.ProfilesPerEpisode));
        sampler.Seen("search", episodesOfATurn).Weights.Values.Distinct().Count().ShouldBe(sampler.ProfilesPerEpisode);
    }

    [Fact]
    public void Episodes_OneProfile_AreThoseOfEqualWeights()
    {
        var drawn = new MixtureSampler(["a"], new MixtureSpec(), 42);
        var equal = new MixtureSampler(["a"], new MixtureSpec(DirichletAlpha: null), 42);

        foreach (var i in Enumerable.Range(0, 20))
        {
            var (one, other) = (drawn.Fresh("gate", i), equal.Fresh("gate", i));
            (one.Seed, one.HeldOut, Text(one)).ShouldBe((other.Seed, other.HeldOut, Text(other)));
            Text(one).ShouldBe("a=1");
        }
    }

    [Fact]
    public void Seen_LargeAlpha_SharesAreNearlyEqual()
    {
        var sampler = new MixtureSampler(Names, new MixtureSpec(0, 1000), 42);

        sampler.Seen("x", 1).Weights.Values.ShouldAllBe(weight => Math.Abs(weight - 1.0 / 8) < 0.05);
    }

    [Fact]
    public void Constructor_NoProfiles_SaysSo() =>
        Should.Throw<ArgumentException>(() => new MixtureSampler([], new MixtureSpec(), 1))
            .Message.ShouldStartWith("A mixture needs at least one profile.");

    private static string Text(Episode episode) => string.Join(",", episode.Weights.Select(pair => $"{pair.Key}={pair.Value:R}"));
}
