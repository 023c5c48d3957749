using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Api;

internal sealed partial class ApiExceptionHandler
{
    [LoggerMessage(DaemonEvents.RequestFailed, LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailed(string method, string path, Exception exception);
}
