using TuneSearch.Core.Annealing;
using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Annealing;

public class RelevanceTests
{
    /// <summary>Two of four parameters matter.</summary>
    private static readonly SearchSpace Space = SearchSpaces.Ordinals(8, 8, 8, 8);

    private static readonly AxisShape[] Shapes =
    [
        new(true, [0, 0.6, 1], new ParameterRelevance("a", 20) { Ratios = 0.5 }),
        new(true),
        new(true, [0, 0.6, 1]),
        new(true, [0, 0.6, 1], new ParameterRelevance("d", 0.1) { Ratios = 1 }),
        new(true, [0, 0.6, 1], new ParameterRelevance("e", 1) { Ratios = 0 }),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LogDensity_AnEarlierSearchLearned_IsHigherThereAndHardlyLowerElsewhere(bool hasHeavyTails)
    {
        var told = KernelPrior.For(Shapes, NuggetPrior.Usual, hasHeavyTails);

        double Density(int axis, double span)
        {
            var vector = (double[])told.Mean.Clone();
            vector[axis] = Math.Log(span);
            return told.LogDensity(vector);
        }

        Density(0, 20).ShouldBeGreaterThan(Density(0, 0.5) + 1);
        Density(3, 0.1).ShouldBeGreaterThan(Density(3, 0.5) + 1);
        Density(1, 0.5).ShouldBeGreaterThan(Density(1, 20) + 1);
        (Density(0, 0.5) - Density(0, 20)).ShouldBeGreaterThan(-3);
        told.Mean[^4..].ShouldBe([0, 0, 4, -4], 1e-12);
        told.Deviation[^4..].ShouldBe([1, 1.5, 1, 1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Slope_AnEarlierSearchLearned_AgreesWithDifferences(bool hasHeavyTails)
    {
        var prior = KernelPrior.For(Shapes, NuggetPrior.Usual, hasHeavyTails);
        foreach (var span in (double[])[0.05, 0.1, 0.3, 1, 5, 15, 30])
        {
            for (var axis = 0; axis < Shapes.Length; axis++)
            {
                var (up, down) = ((double[])prior.Mean.Clone(), (double[])prior.Mean.Clone());
                up[axis] = Math.Log(span) + 1e-5;
                down[axis] = Math.Log(span) - 1e-5;

                prior.Slope(axis, Math.Log(span)).ShouldBe((prior.LogDensity(up) - prior.LogDensity(down)) / 2e-5, 1e-6);
            }
        }
    }

    [Fact]
    public void Relevance_BeforeTheStartIsMeasured_IsNull()
    {
        var searcher = Play.Searcher(Play.Context(Space));

        Play.Trials(searcher, 8, Wave);

        searcher.Relevance.ShouldBeNull();
        new PlainAnnealer(Play.Context(Space)).Relevance.ShouldBeNull();
    }

    [Fact]
    public void Relevance_AfterASearch_TellsWhatMattersFromWhatDoesNot()
    {
        var learned = Learned(seed: 1);

        learned.Parameters.Select(parameter => parameter.Name).ShouldBe(["p0", "p1", "p2", "p3"]);
        Math.Max(learned.Of("p0")!.Span, learned.Of("p1")!.Span).ShouldBeLessThan(Math.Min(learned.Of("p2")!.Span, learned.Of("p3")!.Span));
    }

    /// <summary>Knowing beforehand which parameters matter, the search finds the best place sooner; knowing it the wrong way round it gets there all the same.</summary>
    [Fact]
    public void Ask_RelevanceOfAnEarlierSearch_FindsTheBestSooner()
    {
        var learned = Learned(seed: 100);
        var reversed = learned with { Parameters = [.. learned.Parameters.Select((parameter, i) => parameter with { Name = learned.Parameters[3 - i].Name })] };

        var (told, untold, misled) = (Trials(learned), Trials(null), Trials(reversed));

        told.ShouldBeLessThan(untold);
        misled.ShouldBeLessThan(2 * untold);
    }

    private static Relevance Learned(ulong seed)
    {
        var searcher = Play.Searcher(Play.Context(Space, seed));
        Play.Trials(searcher, 40, Wave);
        return searcher.Relevance.ShouldNotBeNull();
    }

    /// <summary>Trials until the best levels of the two parameters that matter are measured, summed over searches.</summary>
    private static int Trials(Relevance? relevance) => Enumerable.Range(1, 6).Sum(seed =>
    {
        var searcher = Play.Searcher(Play.Context(Space, (ulong)seed) with { Relevance = relevance });
        var trials = Play.Trials(searcher, 60, Wave);
        var best = trials.FindIndex(configuration => configuration["p0"].AsInteger() == 3 && configuration["p1"].AsInteger() == 7);
        return best < 0 ? trials.Count : best + 1;
    });

    /// <summary>Lowest at 3 and 7, with other valleys.</summary>
    private static Observation Wave(Configuration configuration)
    {
        var (a, b) = (configuration["p0"].AsNumber(), configuration["p1"].AsNumber());
        return new Observation(10 + Math.Sin(1.7 * a) + Math.Cos(1.3 * b) + (0.05 * a));
    }
}
