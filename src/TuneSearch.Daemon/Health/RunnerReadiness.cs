using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Health;

/// <summary>The grains answer.</summary>
internal sealed class RunnerReadiness(IJobRunner runner) : IReadinessCheck
{
    public string Name => "grains";

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => runner.CheckAsync(cancellationToken);
}
