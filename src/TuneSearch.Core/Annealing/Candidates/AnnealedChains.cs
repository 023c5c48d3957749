using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Candidates;

/// <summary>Many short annealing runs on the model: chains from the best measured points and from promising draws climb the promise while they cool, then the
/// winner's neighbours are tried out.</summary>
/// <remarks>Promises are logarithms, so the chains' temperature has no unit: at 1 a candidate e times less promising is accepted once in e times.</remarks>
internal sealed class AnnealedChains : ICandidateSource
{
    private const int Draws = 150;
    private const int Chains = 10;
    private const int MeasuredStarts = 5;
    private const int NeighbourhoodsShown = 2;
    private const int StepsOfChain = 30;
    private const int MostNeighbours = 60;
    private const int PolishingPasses = 3;
    private const double HottestChain = 1;
    private const double ColdestChain = 0.02;
    private const double Reach = 0.1;
    private const double ChanceOfJump = 0.3;
    private const double ChanceOfOneAxis = 0.6;
    private const double ChanceOfTwoAxes = 0.28;

    public string Name => "chains";

    public void Show(Screen screen, SpaceEncoding space, IReadOnlyList<double[]> starts, double effort, ref CounterRandom random)
    {
        var origins = new List<Candidate>();
        foreach (var start in starts.Take(MeasuredStarts))
        {
            var candidate = screen.NewCandidate();
            screen.Judge(start, candidate);
            origins.Add(candidate);
        }

        foreach (var origin in origins.Take(NeighbourhoodsShown))
        {
            ShowNeighbours(screen, space, origin, effort, ref random);
        }

        origins.AddRange(PromisingDraws(screen, space, (int)(Draws * effort), Math.Max(0, Chains - origins.Count), ref random));
        foreach (var origin in origins)
        {
            Run(screen, space, origin, Math.Max(5, (int)(StepsOfChain * effort)), ref random);
        }

        for (var pass = 0; pass < PolishingPasses && screen.Winner is { } winner; pass++)
        {
            var candidate = screen.NewCandidate();
            screen.Judge(winner, candidate);
            ShowNeighbours(screen, space, candidate, effort, ref random);
            if (ReferenceEquals(winner, screen.Winner))
            {
                break;
            }
        }
    }

    private static IEnumerable<Candidate> PromisingDraws(Screen screen, SpaceEncoding space, int draws, int wanted, ref CounterRandom random)
    {
        var best = new PriorityQueue<Candidate, double>();
        for (var i = 0; i < draws; i++)
        {
            if (space.Draw(ref random) is not { } drawn)
            {
                break;
            }

            var candidate = screen.NewCandidate();
            screen.Judge(drawn, candidate);
            best.Enqueue(candidate, candidate.Promise);
            if (best.Count > wanted)
            {
                best.Dequeue();
            }
        }

        return best.UnorderedItems.Select(item => item.Element).OrderByDescending(c => c.Promise);
    }

    private static void Run(Screen screen, SpaceEncoding space, Candidate origin, int steps, ref CounterRandom random)
    {
        var (at, next) = (screen.NewCandidate(), screen.NewCandidate());
        at.CopyFrom(origin);
        for (var step = 0; step < steps; step++)
        {
            if (Moved(space, at.Genes, ref random) is not { } genes)
            {
                continue;
            }

            screen.Judge(at, genes, next);
            var temperature = (HottestChain * (steps - step) / steps) + ColdestChain;
            if (next.Promise >= at.Promise || random.NextDouble() < PortableMath.Exp((next.Promise - at.Promise) / temperature))
            {
                (at, next) = (next, at);
            }
        }
    }

    /// <summary>A point one to three axes away, or null where that breaks a constraint.</summary>
    private static double[]? Moved(SpaceEncoding space, double[] genes, ref CounterRandom random)
    {
        var moved = (double[])genes.Clone();
        var choice = random.NextDouble();
        var axes = choice < ChanceOfOneAxis ? 1 : choice < ChanceOfOneAxis + ChanceOfTwoAxes ? 2 : 3;
        for (var i = 0; i < axes; i++)
        {
            var axis = random.NextInt32(moved.Length);
            moved[axis] = random.NextDouble() < ChanceOfJump
                ? space.Axes[axis].Draw(ref random)
                : space.Axes[axis].Step(moved[axis], Reach, ref random);
        }

        return space.Settle(moved) ? moved : null;
    }

    private static void ShowNeighbours(Screen screen, SpaceEncoding space, Candidate around, double effort, ref CounterRandom random)
    {
        var neighbours = new List<(int Axis, double Gene)>();
        for (var axis = 0; axis < space.Axes.Length; axis++)
        {
            neighbours.AddRange(space.Axes[axis].Neighbours(around.Genes[axis]).Select(gene => (axis, gene)));
        }

        var most = (int)(MostNeighbours * effort);
        if (neighbours.Count > most)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(neighbours));
        }

        var candidate = screen.NewCandidate();
        foreach (var (axis, gene) in neighbours.Take(most))
        {
            var genes = (double[])around.Genes.Clone();
            genes[axis] = gene;
            if (space.Settle(genes))
            {
                screen.Judge(around, genes, candidate);
            }
        }
    }
}
