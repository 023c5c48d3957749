using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Candidates;

/// <summary>Even draws from the space.</summary>
internal sealed class RandomCandidates : ICandidateSource
{
    private const int Draws = 600;

    public string Name => "random";

    public void Show(Screen screen, SpaceEncoding space, IReadOnlyList<double[]> starts, double effort, ref CounterRandom random)
    {
        var candidate = screen.NewCandidate();
        for (var i = 0; i < Draws * effort; i++)
        {
            if (space.Draw(ref random) is { } drawn)
            {
                screen.Judge(drawn, candidate);
            }
        }
    }
}
