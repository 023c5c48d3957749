using TuneSearch.Core.Annealing.Acquisition;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Candidates;

/// <summary>Judges candidates by what measuring them promises, and remembers the best that may be proposed.</summary>
internal sealed class Screen(
    SpaceEncoding space, GaussianProcess process, FeasibilityModel feasibility, IAcquisition acquisition, double best, Func<double[], int> identityOf, Func<double[], bool> mayPropose)
{
    private readonly double[] _scratch = new double[process.Count];

    /// <summary>Logarithm by which a candidate's promise falls for the cost of changing to it; 0 by default.</summary>
    public Func<double[], double> Burden { get; init; } = _ => 0;

    /// <summary>Logarithm of the share of a promise at given positions that is left by the chance of learning nothing there; 0, all of it, by default.</summary>
    public Func<double[], double> Novelty { get; init; } = _ => 0;

    /// <summary>Keys the luck that acquisitions may draw on.</summary>
    public ulong Key { get; init; }

    public double[]? Winner { get; private set; }

    public double WinnersPromise { get; private set; } = double.NegativeInfinity;

    public Candidate NewCandidate() => new(space.Axes.Length, process.Count);

    /// <summary>Judges a point from nothing.</summary>
    public void Judge(double[] genes, Candidate into)
    {
        genes.CopyTo(into.Genes, 0);
        space.PositionsOf(genes, into.Positions);
        process.Kernel.Row(into.Positions, process.Points, into.Row, process.Count);
        Weigh(into);
    }

    /// <summary>Judges a point that differs in a few axes from one judged before.</summary>
    public void Judge(Candidate from, double[] genes, Candidate into)
    {
        into.CopyFrom(from);
        for (var axis = 0; axis < genes.Length; axis++)
        {
            if (genes[axis] != from.Genes[axis])
            {
                var position = space.Axes[axis].Position(genes[axis]);
                process.Kernel.Move(axis, from.Positions[axis], position, process.Points, into.Row, process.Count);
                into.Genes[axis] = genes[axis];
                into.Positions[axis] = position;
            }
        }

        Weigh(into);
    }

    private void Weigh(Candidate candidate)
    {
        candidate.Row.CopyTo(_scratch, 0);
        var belief = process.Predict(_scratch, identityOf(candidate.Genes));
        candidate.Promise = acquisition.Promise(belief, best, process.Noise, Luck(candidate.Genes)) + feasibility.LogWeight(candidate.Positions)
            + Novelty(candidate.Positions) - Burden(candidate.Genes);
        if (candidate.Promise > WinnersPromise && mayPropose(candidate.Genes))
        {
            WinnersPromise = candidate.Promise;
            Winner = [.. candidate.Genes];
        }
    }

    /// <summary>The same point has the same luck for as long as the key is the same, however often and in whatever order it is judged.</summary>
    private double Luck(double[] genes)
    {
        var hash = Key;
        foreach (var gene in genes)
        {
            hash = Mixing.Mix(hash ^ BitConverter.DoubleToUInt64Bits(gene));
        }

        return PortableMath.NormalQuantile(((hash >> 11) + 0.5) / (1UL << 53));
    }
}
