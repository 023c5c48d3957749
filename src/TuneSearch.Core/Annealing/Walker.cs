namespace TuneSearch.Core.Annealing;

/// <summary>Where a chain stands: the last measured configuration that it accepted.</summary>
internal sealed record Walker(double[] Genes, Observation Seen);
