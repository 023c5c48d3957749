namespace TuneSearch.Core.Storage;

/// <summary>One daemon's hold on a <see cref="ISharedStore"/>.</summary>
public interface IStoreClaim : IAsyncDisposable
{
    /// <summary>Whether it still stands. A store that cannot be asked has let go of it.</summary>
    Task<bool> StandsAsync(CancellationToken cancellationToken);
}
