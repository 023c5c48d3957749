using Microsoft.Extensions.Logging;

namespace TuneSearch.Grains.Trials;

internal sealed partial class TrialGrain
{
    [LoggerMessage(2101, LogLevel.Error, "Trial {Trial} broke off; its job will hear of a fault")]
    private static partial void LogBroken(ILogger logger, Exception exception, string trial);

    [LoggerMessage(2102, LogLevel.Warning, "Trial {Trial} could not report to its job and tries again in {Heartbeat}")]
    private static partial void LogReportLost(ILogger logger, Exception exception, string trial, TimeSpan heartbeat);

    [LoggerMessage(2103, LogLevel.Warning, "Trial {Trial} could not tell its job what it waits for; the job asks by itself")]
    private static partial void LogNotTold(ILogger logger, Exception exception, string trial);
}
