namespace TuneSearch.Core.Annealing.Encoding;

/// <summary>Points are equal when every gene is.</summary>
internal sealed class GenesComparer : IEqualityComparer<double[]>
{
    public static readonly GenesComparer Instance = new();

    public bool Equals(double[]? left, double[]? right) => left.AsSpan().SequenceEqual(right);

    public int GetHashCode(double[] genes)
    {
        var hash = new HashCode();
        foreach (var gene in genes)
        {
            hash.Add(gene);
        }

        return hash.ToHashCode();
    }
}
