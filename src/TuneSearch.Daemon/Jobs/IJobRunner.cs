namespace TuneSearch.Daemon.Jobs;

/// <summary>What runs jobs; the jobs themselves are in the store. Each call returns when what it asks for is stored.</summary>
internal interface IJobRunner
{
    /// <summary>Sees to it that the job runs; nothing happens where it does or has ended.</summary>
    Task EnsureRunningAsync(string id, CancellationToken cancellationToken);

    Task PauseAsync(string id, CancellationToken cancellationToken);

    Task ResumeAsync(string id, CancellationToken cancellationToken);

    Task CancelAsync(string id, CancellationToken cancellationToken);

    /// <summary>Whether jobs can be run now; null, or why not.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
