using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>Runs no job; the test says what a start does.</summary>
internal sealed class ScriptedRunner : IJobRunner
{
    public Action<string> OnStart { get; set; } = _ => { };

    public Task EnsureRunningAsync(string id, CancellationToken cancellationToken)
    {
        OnStart(id);
        return Task.CompletedTask;
    }

    public Task PauseAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ResumeAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CancelAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
