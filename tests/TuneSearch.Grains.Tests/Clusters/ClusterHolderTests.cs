using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Grains.Clusters;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Grains.Tests.Clusters;

public sealed class ClusterHolderTests
{
    private readonly FakeClusterDriver _driver = new("fake");
    private readonly List<Exception?> _logged = [];

    [Fact]
    public async Task ApplyAsync_DriverThatThrows_IsAFaultAndTheExceptionIsLogged()
    {
        var bug = new InvalidOperationException("a driver's bug");
        _driver.OnApply = (_, _) => throw bug;

        var applied = await Holder().ApplyAsync(Configuration.Empty, default);

        applied.Failure.ShouldBe(new Faulted("the 'fake' cluster failed to apply a configuration: a driver's bug"));
        _logged.ShouldBe([bug]);
    }

    [Fact]
    public async Task RunAsync_ToldToStop_IsAFaultAndNothingToLog()
    {
        _driver.OnRun = (_, _) => throw new OperationCanceledException();
        var holder = Holder();
        await holder.ApplyAsync(Configuration.Empty, default);

        (await holder.RunAsync(new EpisodeRun(1, Configuration.Empty, new Episode(1, ImmutableSortedDictionary<string, double>.Empty, HeldOut: false)), default))
            .ShouldBe(new Faulted("the 'fake' cluster was told to stop before it could run an episode"));
        _logged.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_WorkThatThrows_KeepsItsMessageAndLogsTheException()
    {
        var bug = new InvalidOperationException("a bug");
        using var work = new ClusterWork(7, "machine/0", new ListLogger(_logged));

        work.Start(_ => Task.FromException<string?>(bug));
        await work.Running;

        (work.Result, work.Failure).ShouldBe((null, "a bug"));
        _logged.ShouldBe([bug]);
    }

    private ClusterHolder Holder() => new(_driver, new JobSpec("a", 1, new SearchSpace("test", []), new SimulatedClusterSpec(), new ObjectiveSpec(Goal.Maximize, "throughput", null!)), 0, new ListLogger(_logged));

    private sealed class ListLogger(List<Exception?> logged) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => logged.Add(exception);
    }
}
