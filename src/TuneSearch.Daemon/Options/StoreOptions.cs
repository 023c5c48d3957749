namespace TuneSearch.Daemon.Options;

/// <summary>Which store keeps the jobs.</summary>
public sealed record StoreOptions
{
    /// <summary>An adapter's name; empty takes the package set's own: <c>sqlite</c> (reduced) or <c>litedb</c> (full). <c>postgres</c> is in both.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>Npgsql's connection string; for <c>postgres</c> only.</summary>
    public string? ConnectionString { get; init; }
}
