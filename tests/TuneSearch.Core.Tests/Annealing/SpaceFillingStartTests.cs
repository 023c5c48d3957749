using FsCheck.Xunit;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Annealing.Starts;

namespace TuneSearch.Core.Tests.Annealing;

public class SpaceFillingStartTests
{
    [Property(MaxTest = 20)]
    public bool Points_AnySeed_ShowEveryLevelOfEveryParameter(ulong seed)
    {
        var space = new SpaceEncoding(SearchSpaces.Ordinals(2, 4, 8));
        var points = new SpaceFillingStart().Points(space, [0, 0, 0], 9, seed);

        return points.Count == 9 && Enumerable.Range(0, 3).All(axis => points.Skip(1).Select(p => p[axis]).Distinct().Count() == space.Axes[axis].Levels);
    }

    [Property(MaxTest = 20)]
    public bool Points_MixedSpace_AreLawful(ulong seed)
    {
        var described = SearchSpaces.Mixed();
        var space = new SpaceEncoding(described);
        return new SpaceFillingStart().Points(space, space.GenesOf(described.Defaults), 12, seed)
            .All(genes => described.FirstBroken(space.ToConfiguration(genes)) is null);
    }
}
