using System.Collections.Concurrent;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;

namespace TuneSearch.Grains.Jobs;

/// <summary>The specifications of stored jobs, read once while a job is at work: a stored bundle never changes.</summary>
internal sealed class JobCatalogue(IJobStore store, IJobLoader loader, IEnumerable<IClusterDriver> drivers)
{
    private readonly ConcurrentDictionary<string, JobSpec> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IClusterDriver> _drivers = drivers.ToDictionary(driver => driver.Name, StringComparer.Ordinal);

    /// <summary>Null where the store has no such job.</summary>
    /// <exception cref="InvalidInputException">The stored files cannot be read by this version.</exception>
    public async Task<JobSpec?> FindAsync(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        return await store.FindAsync(id, CancellationToken.None) is { } stored ? _known.GetOrAdd(id, loader.Load(stored.Bundle)) : null;
    }

    /// <exception cref="UnknownJobException">The store has no such job.</exception>
    public async Task<JobSpec> GetAsync(string id) => await FindAsync(id) ?? throw UnknownJobException.Of(id);

    public IClusterDriver DriverOf(JobSpec job) => _drivers.GetValueOrDefault(job.Cluster.Driver)
        ?? throw new InvalidOperationException(
            $"Job '{job.Name}' wants cluster driver '{job.Cluster.Driver}', but this host has only {string.Join(", ", _drivers.Keys.Order())}. Run it where that driver is.");

    public void Forget(string id) => _known.TryRemove(id, out _);
}
