using System.Diagnostics;
using TuneSearch.Benchmarks.Search;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Benchmarks.Clusters;

/// <summary>How many trials a second the simulated fleet runs, on one thread: apply, evaluate the model, add noise.</summary>
internal sealed class SimulatedBenchmark : IBenchmark
{
    private const int FewestATrialSecond = 1_000;

    public string Name => "simulated";

    public string Summary => "trials a second on the simulated fleet, one thread (bound: 1,000) [--trials 5000] [--rounds 5]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var trials = arguments.Number("trials", 5_000);
        var job = ShippedFiles.Job("simulated");
        var plans = Plans(job, trials);
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        var rates = new List<double>();
        var measured = 0;
        for (var round = 0; round < arguments.Number("rounds", 5); round++)
        {
            measured = 0;
            var start = Stopwatch.GetTimestamp();
            foreach (var plan in plans)
            {
                measured += await JobPlayer.MeasureAsync(cluster, plan, cancellationToken) is Measured ? 1 : 0;
            }

            rates.Add(trials / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        rates.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{job.Name}: {trials:N0} random configurations of {job.Space.Searched.Length} parameters, {job.Profiles.Length} profiles, one episode each; {measured:N0} measured, the others cannot run"));
        Console.WriteLine(FormattableString.Invariant(
            $"  {rates[rates.Count / 2]:N0} trials a second (median of {rates.Count} rounds, slowest {rates[0]:N0}; bound {FewestATrialSecond:N0})"));
        return rates[rates.Count / 2] >= FewestATrialSecond ? 0 : 1;
    }

    private static TrialPlan[] Plans(JobSpec job, int count)
    {
        var searcher = new RandomSearcher(new SearchContext(job.Space, job.Baseline, job.Annealing, job.Seed, count));
        var sampler = job.Episodes();
        var plans = new TrialPlan[count];
        for (var i = 0; i < count; i++)
        {
            var proposal = searcher.Ask()!;
            searcher.Started(i + 1, proposal);
            plans[i] = new TrialPlan(i + 1, TrialPurpose.Search, proposal.Configuration, [sampler.Seen("benchmark", i)]);
        }

        return plans;
    }
}
