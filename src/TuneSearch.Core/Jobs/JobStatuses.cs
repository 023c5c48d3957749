namespace TuneSearch.Core.Jobs;

public static class JobStatuses
{
    /// <summary>Whether nothing follows it: the job has ended, in whatever way.</summary>
    public static bool IsFinal(this JobStatus status) => status is JobStatus.Done or JobStatus.Cancelled or JobStatus.Failed;
}
