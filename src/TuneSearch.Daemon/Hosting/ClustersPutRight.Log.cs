using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Hosting;

internal sealed partial class ClustersPutRight
{
    [LoggerMessage(DaemonEvents.ClusterPutRight, LogLevel.Warning, "After a crash: {What}")]
    private partial void LogPutRight(string what);
}
