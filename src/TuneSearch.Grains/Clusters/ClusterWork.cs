using Microsoft.Extensions.Logging;

namespace TuneSearch.Grains.Clusters;

/// <summary>The one piece of work that a cluster does at a time.</summary>
internal sealed partial class ClusterWork(long number, string cluster, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public long Number => number;

    public CancellationToken Stopping => _stop.Token;

    /// <summary>Completes with the work; never fails.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>JSON; null while it runs and for work that has none.</summary>
    public string? Result { get; private set; }

    /// <summary>Why it broke off without a result.</summary>
    public string? Failure { get; private set; }

    public bool HasEnded => Running.IsCompleted;

    public void Start(Func<ClusterWork, Task<string?>> work) => Running = RunAsync(work);

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(Func<ClusterWork, Task<string?>> work)
    {
        try
        {
            Result = await work(this);
        }
        catch (Exception exception)
        {
            LogBrokeOff(logger, exception, number, cluster);
            Failure = exception.Message;
        }
    }

    [LoggerMessage(2208, LogLevel.Error, "Work {Work} on test cluster {Cluster} broke off")]
    private static partial void LogBrokeOff(ILogger logger, Exception exception, long work, string cluster);
}
