using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>Runs no job; the test says what a start does.</summary>
internal sealed class ScriptedRunner : IJobRunner
{
    public Action<string> OnStart { get; set; } = _ => { };

    /// <summary>What was asked of jobs that run: «resume nightly-1».</summary>
    public List<string> Changes { get; } = [];

    public Task EnsureRunningAsync(string id, CancellationToken cancellationToken)
    {
        OnStart(id);
        return Task.CompletedTask;
    }

    public Task PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync("pause", id);

    public Task ResumeAsync(string id, CancellationToken cancellationToken) => ChangeAsync("resume", id);

    public Task CancelAsync(string id, CancellationToken cancellationToken) => ChangeAsync("cancel", id);

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private Task ChangeAsync(string verb, string id)
    {
        Changes.Add($"{verb} {id}");
        return Task.CompletedTask;
    }
}
