using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Searching;

/// <summary>One search trial that ran to its end.</summary>
/// <param name="Episode">Seed of its first episode: trials of one seed saw the same episodes.</param>
/// <param name="Objective">Mean over the trial's episodes.</param>
internal sealed record SearchVisit(Configuration Configuration, ulong Episode, double Objective);
