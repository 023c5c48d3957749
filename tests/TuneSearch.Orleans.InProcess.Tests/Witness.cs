using System.Collections.Concurrent;

namespace Orleans.InProcess.Tests;

/// <summary>What grains did, over all their activations.</summary>
internal sealed class Witness
{
    private readonly ConcurrentQueue<string> _seen = new();

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _releases = new();

    public AsyncLocal<string?> Ambient { get; } = new();

    public string[] Seen => [.. _seen];

    /// <summary>What a grain's hanging call waits for.</summary>
    public TaskCompletionSource ReleaseOf(string key) => _releases.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Saw(string what) => _seen.Enqueue(what);
}
