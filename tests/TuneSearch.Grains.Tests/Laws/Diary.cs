using System.Collections.Concurrent;

namespace TuneSearch.Grains.Tests.Laws;

/// <summary>What grains did, by grain; outlives their activations.</summary>
internal sealed class Diary
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _pages = new();

    public void Write(string grain, string line) => _pages.GetOrAdd(grain, _ => new()).Enqueue(line);

    public string[] Read(string grain) => _pages.TryGetValue(grain, out var page) ? [.. page] : [];
}
