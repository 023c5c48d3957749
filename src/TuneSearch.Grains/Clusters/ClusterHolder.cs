using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Grains.Clusters;

/// <summary>The open cluster of a lease. Opens it when it is first needed; every failure becomes an outcome.</summary>
/// <remarks>Drivers run on the thread pool and not in the grain's turns: a driver that computes or blocks must not hold up the grain's short calls.</remarks>
internal sealed partial class ClusterHolder(IClusterDriver driver, JobSpec job, int lane, ILogger logger)
{
    private ICluster? _cluster;

    public bool IsOpen => _cluster is not null;

    public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                try
                {
                    _cluster ??= await driver.OpenAsync(job, lane, cancellationToken);
                    return await _cluster.ApplyAsync(configuration, cancellationToken);
                }
                catch (Exception exception)
                {
                    return new ApplyResult(0, 0, Explain("apply a configuration", exception));
                }
            },
            CancellationToken.None);

    public Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                try
                {
                    return _cluster is null
                        ? new Faulted($"the '{driver.Name}' cluster was closed before the episode began")
                        : await _cluster.RunAsync(run, cancellationToken);
                }
                catch (Exception exception)
                {
                    return Explain("run an episode", exception);
                }
            },
            CancellationToken.None);

    /// <summary>What the open cluster kept since this was last asked.</summary>
    public ImmutableArray<EvidenceFile> TakeEvidence() => _cluster?.TakeEvidence() ?? [];

    /// <summary>Puts the cluster back as it was found and closes it; gives what went wrong, or null.</summary>
    public Task<Exception?> CloseAsync() =>
        Task.Run(async () =>
        {
            if (_cluster is not { } cluster)
            {
                return null;
            }

            _cluster = null;
            var restoring = await TryAsync(() => cluster.RestoreAsync(CancellationToken.None));
            var disposing = await TryAsync(() => cluster.DisposeAsync().AsTask());
            return restoring ?? disposing;
        });

    private static async Task<Exception?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>The outcome says what went wrong; where in the driver it did stands in the log.</summary>
    private Faulted Explain(string what, Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            return new Faulted($"the '{driver.Name}' cluster was told to stop before it could {what}");
        }

        LogFailed(logger, exception, driver.Name, what);
        return new Faulted($"the '{driver.Name}' cluster failed to {what}: {exception.Message}");
    }

    [LoggerMessage(2207, LogLevel.Warning, "The '{Driver}' cluster failed to {What}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string driver, string what);
}
