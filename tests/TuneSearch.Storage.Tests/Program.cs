using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Testing.Stores;

namespace TuneSearch.Storage.Tests;

/// <summary>The process that dies: appends events in threes to job «killed» and says each version that the store acknowledged, until it is killed.</summary>
internal static class Program
{
    public const int BatchSize = 3;

    public const string Job = "killed";

    private static async Task<int> Main(string[] arguments)
    {
        await using var store = StoreArgument.Open(arguments);
        if (await store.FindAsync(Job, default) is null)
        {
            await store.CreateAsync(SampleEvents.Job(Job, DateTimeOffset.UnixEpoch), default);
        }

        long version = (await store.ReadAsync(Job, 0, default)).Length;
        while (true)
        {
            var events = Enumerable.Range(1, BatchSize).Select(JobEvent (offset) => new JobPaused(TimeSpan.FromTicks(version + offset)));
            version = await store.AppendAsync(Job, version, [.. events], default);
            await store.PutStateAsync(Job, $"{version}", default);
            await Console.Out.WriteLineAsync($"{version}");
        }
    }
}
