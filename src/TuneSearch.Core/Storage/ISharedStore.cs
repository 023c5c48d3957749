namespace TuneSearch.Core.Storage;

/// <summary>A store that more than one daemon can reach. Each says how it works on the jobs before it takes one up, so that none is run twice.</summary>
public interface ISharedStore
{
    /// <summary>The store by name and address, to begin or end a sentence with.</summary>
    string Where { get; }

    /// <summary>Holds the store until the claim is disposed, or the process ends in whatever way; null where somebody else's hold does not allow it.</summary>
    /// <param name="isAlone">
    /// Whether this daemon shares jobs with no other. One that is alone holds the store when nobody else does;
    /// those that know of each other (one cluster of silos) hold it together, but not beside one that is alone.
    /// </param>
    /// <exception cref="StoreException">It cannot be reached.</exception>
    Task<IStoreClaim?> TryClaimAsync(bool isAlone, CancellationToken cancellationToken);
}
