using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Tells those who watch a job that this process has appended to it.</summary>
internal sealed class JobChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private ImmutableList<Action<string>> _subscribers = [];

    /// <summary>Ends at the next change of the job after this call.</summary>
    public Task NextAsync(string id) =>
        _waiting.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Calls <paramref name="changed"/> with the id at each change of any job; it must not wait.</summary>
    public IDisposable Subscribe(Action<string> changed)
    {
        ImmutableInterlocked.Update(ref _subscribers, all => all.Add(changed));
        return new Subscription(() => ImmutableInterlocked.Update(ref _subscribers, all => all.Remove(changed)));
    }

    public void Changed(string id)
    {
        if (_waiting.TryRemove(id, out var waiting))
        {
            waiting.SetResult();
        }

        foreach (var subscriber in _subscribers)
        {
            subscriber(id);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
