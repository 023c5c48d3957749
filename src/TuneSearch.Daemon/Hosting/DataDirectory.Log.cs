using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Hosting;

internal sealed partial class DataDirectory
{
    [LoggerMessage(DaemonEvents.DataDirectoryOpen, LogLevel.Warning, "Other users may put files of theirs in the place of the store's in {Path}; take that right from them: chmod go-w {Path}")]
    private static partial void LogOpenToOthers(ILogger logger, string path);
}
