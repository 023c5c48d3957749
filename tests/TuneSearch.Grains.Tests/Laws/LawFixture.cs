using Microsoft.Extensions.DependencyInjection;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Tests.Runtime;
using TuneSearch.Storage.Memory;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Laws;

/// <summary>One runtime for all the laws; each test has its own grains.</summary>
public sealed class LawFixture : IAsyncLifetime
{
    internal ManualTime Time { get; } = new();

    internal MemoryJobStore Store { get; } = new();

    internal Gates Gates { get; } = new();

    internal Diary Diary { get; } = new();

    internal TestRuntime Runtime { get; private set; } = null!;

    public async Task InitializeAsync() => Runtime = await TestRuntime.StartAsync(Time, services =>
    {
        services.AddGrainServices();
        services.AddSingleton<IJobStore>(Store);
        services.AddSingleton(Gates);
        services.AddSingleton(Diary);
    });

    public async Task DisposeAsync() => await Runtime.DisposeAsync();
}
