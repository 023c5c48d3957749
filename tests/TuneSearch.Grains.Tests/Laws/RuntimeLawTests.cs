using System.Runtime.CompilerServices;

namespace TuneSearch.Grains.Tests.Laws;

/// <summary>What a test of the laws has at hand.</summary>
public abstract class RuntimeLawTests(LawFixture fixture) : IClassFixture<LawFixture>
{
    /// <summary>A wait that a lawful runtime never uses up.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected LawFixture Fixture => fixture;

    /// <summary>The test's own grain, by the test's name.</summary>
    protected ILawGrain Grain(string prefix = "", [CallerMemberName] string name = "") =>
        fixture.Runtime.Grains.GetGrain<ILawGrain>(prefix + name);

    /// <summary>Waits for what another thread is about to bring about.</summary>
    protected static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
