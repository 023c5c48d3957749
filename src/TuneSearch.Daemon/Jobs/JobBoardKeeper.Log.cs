using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Jobs;

internal sealed partial class JobBoardKeeper
{
    [LoggerMessage(DaemonEvents.ProjectionFailed, LogLevel.Warning, "The metrics of job {Id} could not be brought up to date")]
    private partial void LogFailed(string id, Exception failure);
}
