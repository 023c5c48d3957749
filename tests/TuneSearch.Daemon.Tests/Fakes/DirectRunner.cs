using System.Collections.Concurrent;
using System.Collections.Immutable;

using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>Runs jobs one trial after the other without grains.</summary>
internal sealed class DirectRunner(IJobStore store, IJobLoader loader, IJobDirectorFactory directors, IEnumerable<IClusterDriver> drivers) : IJobRunner
{
    private readonly ConcurrentDictionary<string, Task> _running = new();

    public Task EnsureRunningAsync(string id, CancellationToken cancellationToken)
    {
        _running.GetOrAdd(id, key => Task.Run(() => RunAsync(key), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task PauseAsync(string id, CancellationToken cancellationToken) => AppendAsync(id, new JobPaused(TimeSpan.Zero));

    public Task ResumeAsync(string id, CancellationToken cancellationToken) => AppendAsync(id, new JobResumed(TimeSpan.Zero));

    public Task CancelAsync(string id, CancellationToken cancellationToken) => AppendAsync(id, new JobEnded(TimeSpan.Zero, JobStatus.Cancelled, "asked for"));

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private async Task AppendAsync(string id, params ImmutableArray<JobEvent> events)
    {
        var version = (await store.ReadAsync(id, 0, CancellationToken.None)).Length;
        await store.AppendAsync(id, version, events, CancellationToken.None);
    }

    private async Task RunAsync(string id)
    {
        var spec = loader.Load((await store.FindAsync(id, CancellationToken.None))!.Bundle);
        var director = directors.Create(spec);
        var cluster = await drivers.First(driver => driver.Name == spec.Cluster.Driver).OpenAsync(spec, 0, CancellationToken.None);
        var at = TimeSpan.Zero;
        while (true)
        {
            at += TimeSpan.FromSeconds(1);
            var step = director.Decide(at);
            if (step is EndJob end)
            {
                await StoreAsync(id, director, new JobEnded(at, end.Status, end.Reason, end.Answer));
                return;
            }

            if (step is StartTrial start)
            {
                await StoreAsync(id, director, new TrialStarted(at, start.Plan));
                await StoreAsync(id, director, new TrialEnded(at, start.Plan.Number, await MeasureAsync(cluster, start.Plan), 0, 1));
            }
        }
    }

    private async Task StoreAsync(string id, IJobDirector director, JobEvent happened)
    {
        await AppendAsync(id, happened);
        director.Apply(happened);
    }

    private static async Task<TrialOutcome> MeasureAsync(ICluster cluster, TrialPlan plan)
    {
        if ((await cluster.ApplyAsync(plan.Configuration, CancellationToken.None)).Failure is { } failure)
        {
            return failure;
        }

        var measurements = ImmutableArray.CreateBuilder<Measurement>();
        foreach (var episode in plan.Episodes)
        {
            var outcome = await cluster.RunAsync(new EpisodeRun(plan.Number, plan.Configuration, episode) { Attempt = plan.Attempt }, CancellationToken.None);
            if (outcome is not Measured measured)
            {
                return outcome;
            }

            measurements.AddRange(measured.Measurements);
        }

        return new Measured(measurements.ToImmutable());
    }
}
