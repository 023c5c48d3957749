namespace TuneSearch.Core.Jobs;

public enum JobStatus
{
    Queued,
    Running,
    Paused,
    Done,
    Cancelled,
    Failed,
}
