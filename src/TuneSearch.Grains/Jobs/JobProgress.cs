using System.Collections.Immutable;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Grains.Jobs;

/// <param name="Id">The job's id.</param>
/// <param name="Version">Number of events stored so far.</param>
/// <param name="View">The job as these events leave it.</param>
/// <param name="Events">What has just been stored; empty where the job was taken up again.</param>
public sealed record JobProgress(string Id, long Version, JobView View, ImmutableArray<JobEvent> Events);
