using System.Collections.Immutable;

namespace TuneSearch.Cli.Runs;

/// <summary>What one episode ran: the same seed and shares are the same messages again.</summary>
internal sealed record MeasuredMixture(ulong Seed, ImmutableSortedDictionary<string, double> Weights);
