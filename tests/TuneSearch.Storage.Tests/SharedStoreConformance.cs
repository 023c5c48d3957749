using TuneSearch.Core.Storage;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Storage.Tests;

/// <summary>What a store that several processes may open promises beyond <see cref="DurableStoreConformance"/>.</summary>
public abstract class SharedStoreConformance : DurableStoreConformance
{
    [RequiringFact]
    public async Task Append_FromTwoOpenings_IsOneSequence()
    {
        await CreateAsync("a");
        await using var other = await OpenAsync();

        await Task.WhenAll(Task.Run(() => AppendAsync(Store, 0, 10)), Task.Run(() => AppendAsync(other, 1, 10)));

        var read = await Store.ReadAsync("a", 0, default);
        read.Length.ShouldBe(20);
        (await other.ReadAsync("a", 0, default)).ShouldBe(read);
    }

    [RequiringFact]
    public async Task Append_AfterAnotherOpeningsAppend_IsRefused()
    {
        await CreateAsync("a");
        await using var other = await OpenAsync();
        await other.AppendAsync("a", 0, [Paused(1)], default);

        await Should.ThrowAsync<ConcurrencyException>(() => Store.AppendAsync("a", 0, [Paused(1)], default));
    }

    [RequiringFact]
    public async Task Open_ByManyAtOnce_BringsTheSchemaUpOnce()
    {
        await Store.DisposeAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAsync)));

        foreach (var store in opened)
        {
            (await store.ListAsync(default)).ShouldBeEmpty();
            await store.DisposeAsync();
        }
    }
}
