using NSubstitute;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Flows;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public class SearchOnlyFlowTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0.02, true)]
    public void Searcher_IsToldWhetherTheClusterIsNoisyAndNotHowMuch(double noise, bool isNoisy)
    {
        var searchers = Substitute.For<ISearcherFactory>();

        _ = new SearchOnlyFlow(DirectorHarness.Job(10) with { Cluster = new SimulatedClusterSpec { Noise = noise } }, searchers);

        searchers.Received(1).Create(Arg.Is<SearchContext>(context => context.IsNoisy == isNoisy && context.Noise == null));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Answer_EvaluatorTakenForExact_SaysSo(bool noisy, int notes)
    {
        var job = DirectorHarness.Job(5) with { Cluster = new CommandClusterSpec { Noisy = noisy } };

        new DirectorHarness(job, DirectorHarness.Parabola).Run().Answer!.Notes.Count(note => note.Contains("noisy: true", StringComparison.Ordinal)).ShouldBe(notes);
    }
}
