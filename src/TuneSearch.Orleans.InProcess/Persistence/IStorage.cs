namespace Orleans.Core;

/// <summary>A value that a grain keeps in storage.</summary>
public interface IStorage
{
    /// <summary>The stored version that the value was read or written as; null where there is none.</summary>
    string? Etag { get; }

    bool RecordExists { get; }

    Task ClearStateAsync();

    /// <exception cref="Orleans.Storage.InconsistentStateException">Another writer was there meanwhile.</exception>
    Task WriteStateAsync();

    Task ReadStateAsync();

    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <inheritdoc/>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
