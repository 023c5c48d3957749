using TuneSearch.Core.Storage;
using TuneSearch.Storage.Memory;
using TuneSearch.Testing.Stores;

namespace TuneSearch.Storage.Tests.Memory;

public sealed class MemoryJobStoreTests : JobStoreConformance
{
    private readonly Lazy<IJobStore> _store = new(() => new MemoryJobStore());

    protected override Task<IJobStore> OpenAsync() => Task.FromResult(_store.Value);
}
