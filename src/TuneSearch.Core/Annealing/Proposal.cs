using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>A configuration that a searcher wants measured.</summary>
/// <param name="Walker">The chain that proposes it, from 0.</param>
/// <param name="Temperature">The walker's temperature, in units of the cost; 0 where it has none yet.</param>
/// <param name="Move">The kind of move in a word or two: «start», «step», «reheat», «replica».</param>
public sealed record Proposal(Configuration Configuration, int Walker = 0, double Temperature = 0, string Move = "step");
