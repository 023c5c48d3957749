using System.Collections.Concurrent;
using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;

namespace TuneSearch.Testing.Clusters;

/// <summary>Clusters that write down what is asked of them and answer as the test says.</summary>
public sealed class FakeClusterDriver(string name) : IClusterDriver
{
    private readonly ConcurrentQueue<string> _log = new();

    public string Name => name;

    /// <summary>«open JOB/LANE», «apply CONFIGURATION», «run TRIAL.ATTEMPT», «restore», «close», in order.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    public Func<Configuration, CancellationToken, Task<ApplyResult>> OnApply { get; set; } = (_, _) => Task.FromResult(new ApplyResult(0, 1));

    /// <summary>By default each episode shows a throughput of the trial's number.</summary>
    public Func<EpisodeRun, CancellationToken, Task<TrialOutcome>> OnRun { get; set; } = (run, _) => Task.FromResult(Throughput(run.Trial));

    public Func<Task> OnRestore { get; set; } = () => Task.CompletedTask;

    /// <summary>What the next question for evidence is answered with.</summary>
    public ConcurrentQueue<EvidenceFile> Evidence { get; } = new();

    public static TrialOutcome Throughput(double value) =>
        new Measured([new Measurement { Metrics = Measurement.NoMetrics.Add(MetricNames.Throughput, value) }]);

    public ImmutableArray<Problem> Check(JobSpec job) => [];

    public Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        _log.Enqueue($"open {job.Name}/{ordinal}");
        return Task.FromResult<ICluster>(new FakeCluster(this));
    }

    private sealed class FakeCluster(FakeClusterDriver driver) : ICluster
    {
        public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
        {
            driver._log.Enqueue($"apply {configuration}");
            return driver.OnApply(configuration, cancellationToken);
        }

        public Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
        {
            driver._log.Enqueue($"run {run.Trial}.{run.Attempt}");
            return driver.OnRun(run, cancellationToken);
        }

        public ImmutableArray<EvidenceFile> TakeEvidence()
        {
            var taken = ImmutableArray.CreateBuilder<EvidenceFile>();
            while (driver.Evidence.TryDequeue(out var file))
            {
                taken.Add(file);
            }

            return taken.ToImmutable();
        }

        public Task RestoreAsync(CancellationToken cancellationToken)
        {
            driver._log.Enqueue("restore");
            return driver.OnRestore();
        }

        public ValueTask DisposeAsync()
        {
            driver._log.Enqueue("close");
            return ValueTask.CompletedTask;
        }
    }
}
