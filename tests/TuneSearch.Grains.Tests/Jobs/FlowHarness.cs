using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Tests.Laws;
using TuneSearch.Grains.Tests.Runtime;
using TuneSearch.Storage.Memory;
using TuneSearch.Testing.Clusters;
using TuneSearch.Testing.Stores;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Jobs;

/// <summary>The grains with a scripted director, fake clusters and a store that outlives the process; the test moves the clock.</summary>
internal sealed class FlowHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MemoryJobStore _disk = new();
    private readonly ConcurrentDictionary<string, JobSpec> _specs = new();
    private readonly List<TestRuntime> _runtimes = [];

    public ManualTime Time { get; private set; } = new();

    public FakeClusterDriver Driver { get; private set; } = new("simulated");

    public FakeClusterDriver MachineDriver { get; private set; } = new("embedded");

    public Gates Gates { get; } = new();

    /// <summary>The living process's way to the store.</summary>
    public MortalJobStore Store { get; private set; } = null!;

    public Func<JobSpec, IJobDirector> Director { get; init; } = job => new ScriptedDirector(job);

    public TestRuntime Runtime => _runtimes[^1];

    public static async Task<FlowHarness> StartAsync(Func<JobSpec, IJobDirector>? director = null)
    {
        var harness = director is null ? new FlowHarness() : new FlowHarness { Director = director };
        await harness.BootAsync();
        return harness;
    }

    /// <summary>A job of so many trials, in the store and not yet started.</summary>
    public async Task<ISearchJobGrain> SubmitAsync(string id, int trials, ClusterSpec? cluster = null)
    {
        _specs[id] = new JobSpec(
            id,
            1,
            new SearchSpace("test", []),
            cluster ?? new SimulatedClusterSpec(),
            new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!)) { Budget = new Budget(trials) };
        await Store.CreateAsync(new StoredJob(id, id, new JobBundle(id, ImmutableSortedDictionary<string, string>.Empty), Time.GetUtcNow()), default);
        return Job(id);
    }

    public ISearchJobGrain Job(string id) => Runtime.Grains.GetGrain<ISearchJobGrain>(id);

    public ITestClusterGrain Cluster(string key) => Runtime.Grains.GetGrain<ITestClusterGrain>(key);

    /// <summary>The events on disk, one short line each.</summary>
    public async Task<string[]> EventsAsync(string id) => [.. (await _disk.ReadAsync(id, 0, default)).Select(Describe)];

    /// <summary>The process is gone in the middle of everything; a new one starts on what is on disk.</summary>
    public async Task CrashAndRestartAsync()
    {
        Store.Die();
        await BootAsync();
    }

    public async Task StopAndRestartAsync()
    {
        await Runtime.StopAsync();
        await BootAsync();
    }

    public async Task<JobView> WaitForEndAsync(string id) => await WaitForAsync(id, view => view.Status is JobStatus.Done or JobStatus.Cancelled or JobStatus.Failed);

    public async Task<JobView> WaitForAsync(string id, Func<JobView, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var view = (await Job(id).ViewAsync()).Read<JobView>();
            if (condition(view))
            {
                return view;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Moves the clock on until something has come about, no faster than grains can follow: leases live by the same clock.</summary>
    public Task AdvanceUntilAsync(Func<bool> condition) => AdvanceUntilAsync(() => Task.FromResult(condition()));

    /// <inheritdoc cref="AdvanceUntilAsync(Func{bool})"/>
    public async Task AdvanceUntilAsync(Func<Task<bool>> condition)
    {
        const int LooksBetweenSteps = 200;
        using var limit = new CancellationTokenSource(Patience);
        for (var look = 1; !await condition(); look++)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (look % LooksBetweenSteps == 0)
            {
                Time.Advance(TimeSpan.FromSeconds(5));
            }

            // A whole call to a grain and back: what was under way before it has had its turns.
            await Runtime.Grains.GetGrain<ILawGrain>("pace").EchoAsync("turn");
        }
    }

    public static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DisposeAsync();
        }
    }

    private async Task BootAsync()
    {
        Time = new ManualTime();
        Store = new MortalJobStore(_disk);
        Driver = new FakeClusterDriver("simulated");
        MachineDriver = new FakeClusterDriver("embedded");
        var directors = Substitute.For<IJobDirectorFactory>();
        directors.Create(Arg.Any<JobSpec>()).Returns(call => Director(call.Arg<JobSpec>()));
        var loader = Substitute.For<IJobLoader>();
        loader.Load(Arg.Any<JobBundle>()).Returns(call => _specs[call.Arg<JobBundle>().Entry]);
        _runtimes.Add(await TestRuntime.StartAsync(Time, services => services
            .AddGrainServices()
            .AddSingleton<IJobStore>(Store)
            .AddSingleton(Gates)
            .AddSingleton<Diary>()
            .AddSingleton(loader)
            .AddSingleton(directors)
            .AddSingleton<IClusterDriver>(Driver)
            .AddSingleton<IClusterDriver>(MachineDriver)));
    }

    private static string Describe(JobEvent happened) => happened switch
    {
        TrialStarted started => $"started {started.Plan.Number}.{started.Plan.Attempt}",
        TrialEnded ended => $"ended {ended.Number} {ended.Outcome.GetType().Name}",
        JobEnded ended => $"over {ended.Status} {ended.Reason}".TrimEnd(),
        _ => happened.GetType().Name,
    };
}
