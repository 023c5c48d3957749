using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Hosting;

internal sealed partial class StoreClaimed
{
    [LoggerMessage(DaemonEvents.StoreTaken, LogLevel.Critical, "Another daemon has taken {Where} while it was out of reach; this one stops, so that no job is run twice")]
    private partial void LogTaken(string where);

    [LoggerMessage(DaemonEvents.StoreHeldAgain, LogLevel.Information, "Holds {Where} again")]
    private partial void LogHeldAgain(string where);

    [LoggerMessage(DaemonEvents.StoreAway, LogLevel.Warning, "Lost the hold on {Where}; tries again in {Interval}")]
    private partial void LogAway(Exception exception, string where, TimeSpan interval);
}
