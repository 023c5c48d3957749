using Orleans;

using TuneSearch.Daemon.Jobs;
using TuneSearch.Grains.Jobs;

namespace TuneSearch.Daemon.Grains;

/// <summary>Jobs run in their grains.</summary>
internal sealed class GrainRunner(IGrainFactory grains) : IJobRunner
{
    /// <summary>No job has it: slugs have no underscore.</summary>
    private const string Nobody = "_readiness";

    public Task EnsureRunningAsync(string id, CancellationToken cancellationToken) => Job(id).StartAsync();

    public Task PauseAsync(string id, CancellationToken cancellationToken) => Job(id).PauseAsync();

    public Task ResumeAsync(string id, CancellationToken cancellationToken) => Job(id).ResumeAsync();

    public Task CancelAsync(string id, CancellationToken cancellationToken) => Job(id).CancelAsync("cancelled by hand");

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            // An activation that looks into the store and finds nothing has gone the whole way that a job's goes.
            await Job(Nobody).ViewAsync();
            return null;
        }
        catch (UnknownJobException)
        {
            return null;
        }
    }

    private ISearchJobGrain Job(string id) => grains.GetGrain<ISearchJobGrain>(id);
}
