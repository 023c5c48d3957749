using System.Collections.Immutable;
using Shouldly;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Testing.Requirements;
using Xunit;

namespace TuneSearch.Testing.Stores;

/// <summary>What <see cref="IJobStore"/> promises, as far as one process can see it. An adapter joins by one subclass.</summary>
public abstract class JobStoreConformance : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private IJobStore? _store;

    protected IJobStore Store => _store!;

    public virtual async Task InitializeAsync() => _store = await OpenAsync();

    public virtual async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    /// <summary>Opens this test's store: the same one at every call, empty at the first.</summary>
    protected abstract Task<IJobStore> OpenAsync();

    [RequiringFact]
    public async Task Find_ACreatedJob_GivesItWhole()
    {
        var bundle = new JobBundle(
            "jobs/a.yaml", ImmutableSortedDictionary<string, string>.Empty.Add("jobs/a.yaml", "name: «ä»\n").Add("space.yaml", "kind: SearchSpace"), "/home/me");
        await Store.CreateAsync(new StoredJob("a", "nightly", bundle, Noon), default);

        var found = await Store.FindAsync("a", default);

        found.ShouldNotBeNull();
        (found.Id, found.Name, found.SubmittedAt).ShouldBe(("a", "nightly", Noon));
        (found.Bundle.Entry, found.Bundle.Folder).ShouldBe((bundle.Entry, bundle.Folder));
        found.Bundle.Files.ShouldBe(bundle.Files);
    }

    [RequiringFact]
    public async Task Find_AnUnknownJob_GivesNothing() => (await Store.FindAsync("nobody", default)).ShouldBeNull();

    [RequiringFact]
    public async Task Create_AnIdThatExists_IsRefused()
    {
        await CreateAsync("a");

        var exception = await Should.ThrowAsync<JobExistsException>(() => CreateAsync("a"));

        exception.Message.ShouldBe("Job 'a' is in the store already. Submit under another id.");
    }

    [RequiringFact]
    public async Task List_GivesTheNewestFirst()
    {
        await CreateAsync("middle", 1);
        await CreateAsync("newest", 2);
        await CreateAsync("oldest");
        await CreateAsync("newest of two at once", 2);

        (await Store.ListAsync(default)).Select(job => job.Id).ShouldBe(["newest of two at once", "newest", "middle", "oldest"]);
    }

    [RequiringFact]
    public async Task Append_ThenRead_GivesTheEventsInOrderAndOnce()
    {
        await CreateAsync("a");

        (await Store.AppendAsync("a", 0, [Paused(1), Resumed(2)], default)).ShouldBe(2);
        (await Store.AppendAsync("a", 2, [Paused(3)], default)).ShouldBe(3);

        (await Store.ReadAsync("a", 0, default)).ShouldBe([Paused(1), Resumed(2), Paused(3)]);
        (await Store.ReadAsync("a", 2, default)).ShouldBe([Paused(3)]);
        (await Store.ReadAsync("a", 3, default)).ShouldBeEmpty();
    }

    [RequiringFact]
    public async Task Read_OfAnUnknownJob_GivesNothing() => (await Store.ReadAsync("nobody", 0, default)).ShouldBeEmpty();

    [RequiringFact]
    public async Task Append_EveryKindOfEvent_ReadsBackTheSame()
    {
        await CreateAsync("a");

        await Store.AppendAsync("a", 0, SampleEvents.All, default);

        var read = await Store.ReadAsync("a", 0, default);
        read.Select(happened => happened.GetType()).ShouldBe(SampleEvents.All.Select(happened => happened.GetType()));
        CoreJson.Write(read).ShouldBe(CoreJson.Write(SampleEvents.All));
    }

    [RequiringFact]
    public async Task Append_AtAnotherVersion_IsRefusedWhole()
    {
        await CreateAsync("a");
        await Store.AppendAsync("a", 0, [Paused(1)], default);

        var exception = await Should.ThrowAsync<ConcurrencyException>(() => Store.AppendAsync("a", 0, [Resumed(2), Paused(3)], default));

        exception.Message.ShouldBe("Job 'a' is at version 1, not 0: another writer appended first. Read the job again and decide anew.");
        (exception.Id, exception.Expected, exception.Actual).ShouldBe(("a", 0, 1));
        (await Store.ReadAsync("a", 0, default)).ShouldBe([Paused(1)]);
        (await Store.AppendAsync("a", 1, [Resumed(2)], default)).ShouldBe(2);
    }

    [RequiringFact]
    public async Task Append_ToAnUnknownJob_IsRefused()
    {
        var exception = await Should.ThrowAsync<NoSuchJobException>(() => Store.AppendAsync("nobody", 0, [Paused(1)], default));

        exception.Message.ShouldBe("Job 'nobody' is not in the store. Create it before anything is kept with it.");
    }

    [RequiringFact]
    public async Task Evidence_PutTwice_IsReplaced()
    {
        await CreateAsync("a");
        await Store.PutEvidenceAsync("a", 2, "heap.hprof", new byte[] { 1, 2, 3 }, default);
        await Store.PutEvidenceAsync("a", 1, "gc.log", new byte[70_000], default);
        await Store.PutEvidenceAsync("a", 2, "heap.hprof", new byte[] { 9, 8 }, default);

        (await Store.GetEvidenceAsync("a", 2, "heap.hprof", default))!.Value.ToArray().ShouldBe([9, 8]);
        (await Store.GetEvidenceAsync("a", 1, "gc.log", default))!.Value.Length.ShouldBe(70_000);
        (await Store.GetEvidenceAsync("a", 1, "heap.hprof", default)).ShouldBeNull();
        (await Store.ListEvidenceAsync("a", default)).ShouldBe([new EvidenceName(1, "gc.log", 70_000), new EvidenceName(2, "heap.hprof", 2)]);
        (await Store.ListEvidenceAsync("b", default)).ShouldBeEmpty();
    }

    [RequiringFact]
    public async Task Evidence_OfAnUnknownJob_IsRefused() =>
        await Should.ThrowAsync<NoSuchJobException>(() => Store.PutEvidenceAsync("nobody", 1, "gc.log", new byte[1], default));

    [RequiringFact]
    public async Task State_PutReplaceRemove_IsWhatWasPutLast()
    {
        (await Store.GetStateAsync("k", default)).ShouldBeNull();
        await Store.PutStateAsync("k", """{"a":1}""", default);
        await Store.PutStateAsync("k", """{"a":2}""", default);
        await Store.PutStateAsync("other", "{}", default);

        (await Store.GetStateAsync("k", default)).ShouldBe("""{"a":2}""");
        await Store.PutStateAsync("k", null, default);
        (await Store.GetStateAsync("k", default)).ShouldBeNull();
        (await Store.GetStateAsync("other", default)).ShouldBe("{}");
    }

    [RequiringFact]
    public async Task SwapState_HappensOnlyWhereTheExpectedValueStands()
    {
        (await Store.SwapStateAsync("k", "1", "2", default)).ShouldBeFalse();
        (await Store.SwapStateAsync("k", null, null, default)).ShouldBeTrue();
        (await Store.SwapStateAsync("k", null, "1", default)).ShouldBeTrue();
        (await Store.SwapStateAsync("k", null, "2", default)).ShouldBeFalse();
        (await Store.SwapStateAsync("k", null, null, default)).ShouldBeFalse();
        (await Store.SwapStateAsync("k", "1", "2", default)).ShouldBeTrue();
        (await Store.SwapStateAsync("k", "1", null, default)).ShouldBeFalse();
        (await Store.GetStateAsync("k", default)).ShouldBe("2");
        (await Store.SwapStateAsync("k", "2", null, default)).ShouldBeTrue();
        (await Store.GetStateAsync("k", default)).ShouldBeNull();
    }

    [RequiringFact]
    public async Task SwapState_ByManyAtOnce_IsWonByOne()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(() => Store.SwapStateAsync("k", null, $"{writer}", default))));

        won.Count(swapped => swapped).ShouldBe(1);
        (await Store.GetStateAsync("k", default)).ShouldBe($"{Array.IndexOf(won, true)}");
    }

    [RequiringFact]
    public async Task Append_ByManyAtOnce_KeepsEveryAcknowledgedEventOnce()
    {
        await CreateAsync("a");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => AppendAsync(Store, writer, 10))));

        var read = await Store.ReadAsync("a", 0, default);
        read.Select(happened => happened.At.Ticks).Order().ShouldBe(Enumerable.Range(0, 40).Select(tick => (long)tick));
    }

    [RequiringFact]
    public async Task Read_WhileAnotherWrites_SeesWholeAppends()
    {
        await CreateAsync("a");
        var writing = Task.Run(async () =>
        {
            for (var version = 0; version < 60; version += 3)
            {
                await Store.AppendAsync("a", version, [Paused(version), Resumed(version), Paused(version)], default);
            }
        });

        var seen = 0;
        while (seen < 60 && !writing.IsFaulted)
        {
            seen = (await Store.ReadAsync("a", 0, default)).Length;
            (seen % 3).ShouldBe(0);
        }

        await writing;
    }

    [RequiringFact]
    public async Task Reopen_GivesEverythingBack()
    {
        await CreateAsync("a");
        await Store.AppendAsync("a", 0, [Paused(1)], default);
        await Store.PutStateAsync("k", "1", default);
        await Store.PutEvidenceAsync("a", 1, "gc.log", new byte[] { 1 }, default);
        await Store.DisposeAsync();

        _store = await OpenAsync();

        (await Store.ListAsync(default)).Select(job => job.Id).ShouldBe(["a"]);
        (await Store.AppendAsync("a", 1, [Resumed(2)], default)).ShouldBe(2);
        (await Store.ReadAsync("a", 0, default)).ShouldBe([Paused(1), Resumed(2)]);
        (await Store.GetStateAsync("k", default)).ShouldBe("1");
        (await Store.GetEvidenceAsync("a", 1, "gc.log", default))!.Value.ToArray().ShouldBe([1]);
    }

    protected static JobEvent Paused(long ticks) => new JobPaused(TimeSpan.FromTicks(ticks));

    protected static JobEvent Resumed(long ticks) => new JobResumed(TimeSpan.FromTicks(ticks));

    protected Task CreateAsync(string id, int hours = 0) => Store.CreateAsync(SampleEvents.Job(id, Noon.AddHours(hours)), default);

    /// <summary>Appends so many events of its own, each again where another writer was first.</summary>
    protected static async Task AppendAsync(IJobStore store, int writer, int count)
    {
        for (var number = 0; number < count;)
        {
            var version = (await store.ReadAsync("a", 0, default)).Length;
            try
            {
                await store.AppendAsync("a", version, [Paused((writer * count) + number)], default);
                number++;
            }
            catch (ConcurrencyException)
            {
                // Read again and decide anew, as the message says.
            }
        }
    }
}
