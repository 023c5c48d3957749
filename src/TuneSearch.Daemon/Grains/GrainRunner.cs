using TuneSearch.Daemon.Jobs;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Jobs;

namespace TuneSearch.Daemon.Grains;

/// <summary>Jobs run in their grains.</summary>
internal sealed class GrainRunner(IGrainFactory grains) : IJobRunner
{
    /// <summary>A cluster that no job has: looking at it activates a grain and reads its state, the whole way that a job's goes.</summary>
    private const string Nobody = "readiness";

    public Task EnsureRunningAsync(string id, CancellationToken cancellationToken) => Job(id).StartAsync();

    public Task PauseAsync(string id, CancellationToken cancellationToken) => Job(id).PauseAsync();

    public Task ResumeAsync(string id, CancellationToken cancellationToken) => Job(id).ResumeAsync();

    public Task CancelAsync(string id, CancellationToken cancellationToken) => Job(id).CancelAsync("cancelled by hand");

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await grains.GetGrain<ITestClusterGrain>(Nobody).ViewAsync();
        return null;
    }

    private ISearchJobGrain Job(string id) => grains.GetGrain<ISearchJobGrain>(id);
}
