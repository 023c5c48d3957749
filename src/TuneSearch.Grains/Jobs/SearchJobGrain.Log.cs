using Microsoft.Extensions.Logging;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Grains.Jobs;

internal sealed partial class SearchJobGrain
{
    [LoggerMessage(2001, LogLevel.Error, "Job {Job} could not store what happened; it is read again from the store before it goes on")]
    private static partial void LogNotStored(ILogger logger, Exception exception, string job);

    [LoggerMessage(2002, LogLevel.Warning, "Job {Job} could not start trial {Trial} and tries again in {Heartbeat}")]
    private static partial void LogNotLaunched(ILogger logger, Exception exception, string job, int trial, TimeSpan heartbeat);

    [LoggerMessage(2003, LogLevel.Information, "Job {Job} is over: {Status}, {Reason}")]
    private static partial void LogEnded(ILogger logger, string job, JobStatus status, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "Job {Job} is over, but a part of it did not answer; leases end by themselves when their term is over")]
    private static partial void LogNotFinished(ILogger logger, Exception exception, string job);
}
