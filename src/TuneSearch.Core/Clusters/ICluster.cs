using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Clusters;

/// <summary>A test cluster under lease. Calls come one at a time.</summary>
/// <remarks>
/// Guarantees of every implementation, checked by one conformance suite: applying the configuration that already runs changes
/// nothing; a refused configuration leaves the last good one running; after <see cref="RestoreAsync"/> the cluster is as it was
/// found; cancelling any call leaves the cluster usable or says that it is not by <see cref="Faulted"/>; nothing throws for what
/// an outcome can say.
/// </remarks>
public interface ICluster : IAsyncDisposable
{
    /// <summary>Makes the configuration run: validate, plan, apply, read back, health check.</summary>
    Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken);

    /// <summary>Runs one episode against the applied configuration: one measurement, or why there is none.</summary>
    Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken);

    /// <summary>The files that were kept since this was last asked; whoever runs trials stores them with the trial. Most clusters keep none.</summary>
    ImmutableArray<EvidenceFile> TakeEvidence() => [];

    /// <summary>Puts everything back as it was found.</summary>
    Task RestoreAsync(CancellationToken cancellationToken);
}
