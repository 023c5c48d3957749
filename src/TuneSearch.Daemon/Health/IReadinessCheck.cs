namespace TuneSearch.Daemon.Health;

/// <summary>One thing without which the daemon is of no use.</summary>
internal interface IReadinessCheck
{
    string Name { get; }

    /// <summary>Null where it is ready, or why not.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
