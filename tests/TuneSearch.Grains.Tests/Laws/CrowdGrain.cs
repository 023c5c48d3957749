using Orleans.Concurrency;

namespace TuneSearch.Grains.Tests.Laws;

[Reentrant]
internal sealed class CrowdGrain : Grain, ICrowdGrain
{
    private readonly Crowd _crowd = new();

    public Task<int> WorkAsync() => _crowd.WorkAsync();

    public Task<long> KeyAsync() => Task.FromResult(this.GetPrimaryKeyLong());
}
