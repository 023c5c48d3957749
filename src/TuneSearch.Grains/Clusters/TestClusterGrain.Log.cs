using Microsoft.Extensions.Logging;

namespace TuneSearch.Grains.Clusters;

internal sealed partial class TestClusterGrain
{
    [LoggerMessage(2201, LogLevel.Debug, "Test cluster {Cluster} is leased to job {Job}, trial {Trial}, under token {Token}")]
    private static partial void LogLeased(ILogger logger, string cluster, string job, string trial, long token);

    [LoggerMessage(2202, LogLevel.Warning, "The lease of job {Job} on test cluster {Cluster} expired at {Until}; the cluster is put back as it was found")]
    private static partial void LogExpired(ILogger logger, string cluster, string job, DateTimeOffset until);

    [LoggerMessage(2203, LogLevel.Information, "Test cluster {Cluster} is put back and closed")]
    private static partial void LogClosed(ILogger logger, string cluster);

    [LoggerMessage(2204, LogLevel.Error, "Test cluster {Cluster} could not be put back as it was found; look after it by hand")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception, string cluster);

    [LoggerMessage(2205, LogLevel.Debug, "Test cluster {Cluster} could not tell trial {Trial} that its work has ended; the trial will ask")]
    private static partial void LogNudgeLost(ILogger logger, Exception exception, string cluster, string trial);

    [LoggerMessage(2206, LogLevel.Warning, "Evidence file {File} of trial {Trial} could not be stored")]
    private static partial void LogNotKept(ILogger logger, Exception exception, string file, string trial);
}
