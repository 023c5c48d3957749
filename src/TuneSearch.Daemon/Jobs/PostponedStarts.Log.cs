using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Jobs;

internal sealed partial class PostponedStarts
{
    [LoggerMessage(DaemonEvents.JobPostponed, LogLevel.Warning, "Job {Id} could not be started and is tried again in {Pause}")]
    private partial void LogPostponed(string id, TimeSpan pause, Exception failure);
}
