using System.Collections.Concurrent;

namespace TuneSearch.Grains.Tests.Laws;

/// <summary>Where a grain's method waits until a test lets it through, and a test until the method is there.</summary>
internal sealed class Gates
{
    private readonly ConcurrentDictionary<string, (TaskCompletionSource Reached, TaskCompletionSource Open)> _gates = new();

    /// <summary>From inside a grain.</summary>
    public Task PassAsync(string name)
    {
        var (reached, open) = Gate(name);
        reached.TrySetResult();
        return open.Task;
    }

    public Task ReachedAsync(string name) => Gate(name).Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public bool IsReached(string name) => Gate(name).Reached.Task.IsCompleted;

    public void Open(string name) => Gate(name).Open.TrySetResult();

    private (TaskCompletionSource Reached, TaskCompletionSource Open) Gate(string name) => _gates.GetOrAdd(
        name,
        _ => (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
}
