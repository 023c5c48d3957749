using FsCheck.Xunit;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Annealing;

public class SurrogateAnnealerTests
{
    [Fact]
    public void Ask_First_IsTheBaseline()
    {
        var context = Play.Context(SearchSpaces.Mixed());

        Play.Searcher(context).Ask()!.Configuration.ShouldBe(context.Baseline);
    }

    [Fact]
    public void Ask_Twice_GivesTheSame()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(6, 6, 6)));
        Play.Trials(searcher, 15, Play.Bowl);

        searcher.Ask().ShouldBe(searcher.Ask());
    }

    [Property(MaxTest = 3)]
    public bool Ask_MixedSpace_KeepsDomainsConditionsAndConstraintsAndNeverRepeats(ulong seed)
    {
        var space = SearchSpaces.Mixed();
        var proposed = Play.Trials(Play.Searcher(Play.Context(space, seed)), 25, Play.MixedCost);

        return proposed.Count == 25 && proposed.Distinct().Count() == 25
            && proposed.All(c => space.FirstBroken(c) is null
                && space.Activate(name => c.TryGet(name, out var value) ? value : ParameterValue.Text("missing")).Equals(c)
                && c.Values.All(pair => space.Find(pair.Key)!.Domain.Contains(pair.Value)));
    }

    [Fact]
    public void Started_ReplayedWithoutAsking_ProposesTheSame()
    {
        var context = Play.Context(SearchSpaces.Mixed(), 7);
        var first = Play.Searcher(context);
        var log = new List<(Proposal Proposal, Observation Seen)>();
        for (var trial = 1; trial <= 22; trial++)
        {
            var proposal = first.Ask()!;
            first.Started(trial, proposal);
            var seen = Play.MixedCost(proposal.Configuration);
            first.Tell(trial, seen);
            first.Recommend();
            log.Add((proposal, seen));
        }

        var second = Play.Searcher(context);
        for (var trial = 1; trial <= log.Count; trial++)
        {
            second.Started(trial, log[trial - 1].Proposal);
            second.Tell(trial, log[trial - 1].Seen);
        }

        second.Ask().ShouldBe(first.Ask());
        second.Rank(5).ShouldBe(first.Rank(5));
    }

    [Theory]
    [InlineData(UpdateMode.Restart)]
    [InlineData(UpdateMode.Hook)]
    public void Ask_ParameterWhoseChangeIsDear_ChangesItLessOftenThanIfThatDidNotMatter(UpdateMode mode) =>
        Enumerable.Range(1, 12).Sum(seed => Changes(mode, "weighed", (ulong)seed)).ShouldBeLessThan(Enumerable.Range(1, 12).Sum(seed => Changes(mode, "ignored", (ulong)seed)));

    [Fact]
    public void Ask_ParameterThatCostsNothingToChange_IsNotWeighed() =>
        Changes(UpdateMode.ClusterWide, "weighed", 1).ShouldBe(Changes(UpdateMode.ClusterWide, "ignored", 1));

    [Fact]
    public void Ask_SmallSpaceMeasuredWhole_ReturnsNull()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(3, 4)));

        Play.Trials(searcher, 50, Play.Bowl).Distinct().Count().ShouldBe(12);
        searcher.Ask().ShouldBeNull();
    }

    [Fact]
    public void Ask_SeveralInFlight_AllDiffer()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(6, 6, 6)));
        Play.Trials(searcher, 20, Play.Bowl);
        var inFlight = new List<Configuration>();
        for (var trial = 21; trial <= 28; trial++)
        {
            var proposal = searcher.Ask()!;
            searcher.Started(trial, proposal);
            inFlight.Add(proposal.Configuration);
        }

        inFlight.Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void Tell_WithOthersInFlight_SearchGoesOnWithoutRepeating()
    {
        const int Lanes = 4;
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(6, 6, 6), options: new AnnealingOptions { Walkers = Lanes }));
        var running = new Queue<(int Trial, Configuration Configuration)>();
        var proposed = new List<Configuration>();
        for (var trial = 1; trial <= 40; trial++)
        {
            var proposal = searcher.Ask()!;
            searcher.Started(trial, proposal);
            running.Enqueue((trial, proposal.Configuration));
            proposed.Add(proposal.Configuration);
            if (running.Count == Lanes)
            {
                var ended = running.Dequeue();
                searcher.Tell(ended.Trial, Play.Bowl(ended.Configuration));
            }
        }

        proposed.Distinct().Count().ShouldBe(40);
        searcher.Recommend().ShouldNotBeNull();
    }

    [Fact]
    public void Recommend_SmoothLandscape_FindsTheOptimumOfTenThousandInFiftyTrials()
    {
        var space = SearchSpaces.Ordinals(10, 10, 10, 10);
        var searcher = Play.Searcher(Play.Context(space, 3));
        Play.Trials(searcher, 50, Play.Bowl);

        Play.Bowl(searcher.Recommend()!.Configuration).Cost!.Value.ShouldBeLessThan(17);
    }

    [Fact]
    public void Ask_HalfTheSpaceCannotRun_LearnsToStayAway()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(9, 9, 9, 9, 9)));
        var proposed = Play.Trials(searcher, 50, c => c["p0"].AsInteger() > 5 ? Observation.Infeasible : Play.Bowl(c));

        proposed.TakeLast(25).Count(c => c["p0"].AsInteger() > 5).ShouldBeLessThan(8);
        searcher.Recommend()!.IsFeasible.ShouldBeTrue();
    }

    [Fact]
    public void Recommend_EverythingInfeasible_IsNull()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(4, 4, 4)));
        Play.Trials(searcher, 15, _ => Observation.Infeasible);

        searcher.Recommend().ShouldBeNull();
        searcher.Ask().ShouldNotBeNull();
    }

    [Fact]
    public void Recommend_ConstantCosts_StillProposesAndAnswers()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(5, 5, 5)));
        Play.Trials(searcher, 25, _ => new Observation(0));

        searcher.Ask().ShouldNotBeNull();
        searcher.Recommend()!.EstimatedCost.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Rank_SomeMissALimit_PutsThemLast()
    {
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(6, 6)));
        Play.Trials(searcher, 20, c => Play.Bowl(c) with { Violation = c["p0"].AsInteger() > 3 ? 0.5 : 0 });

        var ranked = searcher.Rank(20);
        ranked.Select(r => r.IsFeasible).ShouldBe(ranked.OrderByDescending(r => r.IsFeasible).Select(r => r.IsFeasible));
    }

    [Fact]
    public void Ask_NoiseIsKnown_MayMeasureAgain()
    {
        var space = SearchSpaces.Ordinals(3, 3);
        var searcher = Play.Searcher(Play.Context(space) with { Noise = 5 });
        var draw = 0;

        Play.Trials(searcher, 30, c => Play.Bowl(c) with { Cost = Play.Bowl(c).Cost + (draw++ % 7) }).Count.ShouldBe(30);
    }

    [Fact]
    public void Ask_CostsAreSaidToVary_MeasuresContendersAgain()
    {
        var random = CounterRandom.For(1, "noise");

        Noisy(c => Play.Bowl(c) with { Cost = Play.Bowl(c).Cost * (1 + (0.1 * random.NextGaussian())) }).Distinct().Count().ShouldBeLessThan(50);
    }

    [Fact]
    public void Ask_CostsAreSaidToVaryButDoNot_MeasuresAtMostOneAgain() => Noisy(Play.Bowl).Distinct().Count().ShouldBeGreaterThanOrEqualTo(59);

    [Fact]
    public void Ask_NobodyKnowsOfNoise_NeverMeasuresAgain()
    {
        var random = CounterRandom.For(1, "noise");
        var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(10, 10, 10)));

        Play.Trials(searcher, 60, c => Play.Bowl(c) with { Cost = Play.Bowl(c).Cost * (1 + (0.1 * random.NextGaussian())) }).Distinct().Count().ShouldBe(60);
    }

    private static List<Configuration> Noisy(Func<Configuration, Observation> measure) =>
        Play.Trials(Play.Searcher(Play.Context(SearchSpaces.Ordinals(10, 10, 10)) with { IsNoisy = true }), 60, measure);

    /// <summary>How often the first parameter changes from one trial to the next.</summary>
    private static int Changes(UpdateMode mode, string restarts, ulong seed)
    {
        var plain = SearchSpaces.Ordinals(8, 8, 8);
        var space = new SearchSpace("dear", plain.Parameters.Select(p => p.Name == "p0" ? p with { UpdateMode = mode } : p));
        var proposed = Play.Trials(Play.Searcher(Play.Context(space, seed, 40, new AnnealingOptions { Restarts = restarts })), 40, Play.Bowl);
        return proposed.Zip(proposed.Skip(1)).Count(pair => !pair.First["p0"].Equals(pair.Second["p0"]));
    }
}
