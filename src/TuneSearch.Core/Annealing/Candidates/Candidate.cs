namespace TuneSearch.Core.Annealing.Candidates;

/// <summary>A configuration under judgement: its genes, where they lie, and its row of the kernel, kept so that a neighbour's costs little.</summary>
internal sealed class Candidate(int axes, int points)
{
    public double[] Genes { get; } = new double[axes];

    public double[] Positions { get; } = new double[axes];

    public double[] Row { get; } = new double[points];

    public double Promise { get; set; }

    public void CopyFrom(Candidate other)
    {
        other.Genes.CopyTo(Genes, 0);
        other.Positions.CopyTo(Positions, 0);
        other.Row.CopyTo(Row, 0);
        Promise = other.Promise;
    }
}
