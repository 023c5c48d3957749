using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Embedded;

namespace TuneSearch.Benchmarks.Load;

public sealed class LoadBenchmark : IBenchmark
{
    public string Name => "load";

    public string Summary => "messages a second: load engine with full measurement against a bare produce loop";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = new SearchSpace("none", [new Parameter("fetch.wait.max.ms", ParameterScope.Consumer, new IntegerDomain(1, 1000), ParameterValue.Integer(arguments.Number("wait", 500)))]);
        var profile = new Profile("p") { Arrivals = arguments.Has("closed") ? new ClosedLoop() : new PoissonArrivals(arguments.Real("rate", 5000)), MessageSize = new FixedSize(arguments.Number("size", 1000)), Transactions = arguments.Has("tx") ? new TransactionLoad() : null };
        var job = new JobSpec("j", 1, space, new EmbeddedClusterSpec(), new ObjectiveSpec(Goal.Maximize, "throughput", null!)) { Profiles = [profile] };
        var driver = new EmbeddedClusterDriver(TimeProvider.System);
        await using var cluster = await driver.OpenAsync(job, 0, cancellationToken);
        var w = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 3; i++)
        {
            Console.WriteLine((await cluster.ApplyAsync(space.Defaults, cancellationToken)).Failure);
            Console.WriteLine($"applied {w.Elapsed}");
            var episode = new MixtureSampler(["p"], new MixtureSpec { Duration = TimeSpan.FromSeconds(2), MaxWarmUp = TimeSpan.FromSeconds(2) }, 1).Draw("x", i);
            var outcome = await cluster.RunAsync(new EpisodeRun(1, space.Defaults, episode), cancellationToken);
            Console.WriteLine($"{w.Elapsed} {outcome.GetType().Name} {(outcome is Measured m ? string.Join("\n", m.Measurements[0].Metrics.Concat(m.Measurements[0].Telemetry)) : outcome)}");
        }

        return 0;
    }
}
