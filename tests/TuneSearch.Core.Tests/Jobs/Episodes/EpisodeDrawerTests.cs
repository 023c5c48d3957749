using FsCheck.Xunit;
using TuneSearch.Core.Jobs.Episodes;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Episodes;

public class EpisodeDrawerTests
{
    private static EpisodeDrawer Drawer(ulong seed, int profiles, MixtureSpec mixture) =>
        new(seed, [.. Enumerable.Range(0, profiles).Select(i => new Profile($"p{i}"))], mixture);

    [Property]
    public bool Fresh_SameArguments_SameEpisode(ulong seed, byte index)
    {
        var mixture = new MixtureSpec(2, 1);
        var first = Drawer(seed, 5, mixture).Fresh("gate", index);
        var second = Drawer(seed, 5, mixture).Fresh("gate", index);
        return first.Seed == second.Seed && first.HeldOut == second.HeldOut && first.Weights.SequenceEqual(second.Weights);
    }

    [Property]
    public bool Seen_AnyMixture_WeightsSumToOne(ulong seed, byte index, byte together) =>
        Math.Abs(Drawer(seed, 6, new MixtureSpec(together % 8, 0.5)).Seen("search", index).Weights.Values.Sum() - 1) < 1e-9;

    [Theory]
    [InlineData(8, 2)]
    [InlineData(7, 3)]
    [InlineData(3, 0)]
    public void Seen_OneTurn_RunsEveryProfile(int profiles, int together)
    {
        var drawer = Drawer(9, profiles, new MixtureSpec(together, null));

        var ran = Enumerable.Range(0, drawer.EpisodesToCoverAll).SelectMany(i => drawer.Seen("search", i).Weights.Keys).Distinct();

        ran.Count().ShouldBe(profiles);
    }

    [Fact]
    public void Fresh_HeldOutMixtures_AreNoneThatTheSearchSees()
    {
        var drawer = Drawer(4, 4, new MixtureSpec(2, 1, 0.3));
        var seen = Enumerable.Range(0, 200).Select(i => Key(drawer.Seen("search", i))).ToHashSet();

        var heldOut = Enumerable.Range(0, 200).Select(i => drawer.Fresh("gate", i)).Where(e => e.HeldOut).ToArray();

        heldOut.Length.ShouldBeInRange(40, 80);
        heldOut.ShouldAllBe(episode => !seen.Contains(Key(episode)));
    }

    [Fact]
    public void Fresh_OtherPurpose_OtherSeeds() =>
        Drawer(4, 2, new MixtureSpec()).Fresh("gate", 0).Seed.ShouldNotBe(Drawer(4, 2, new MixtureSpec()).Fresh("estimate", 0).Seed);

    private static string Key(Episode episode) => string.Join(";", episode.Weights.Select(w => $"{w.Key}={w.Value:R}"));
}
