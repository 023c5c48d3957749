using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Search;

/// <summary>What a job on the simulated fleet gains from an earlier one that had the same customers and machines, others, or nothing in common with it.</summary>
public sealed class FleetRelevanceBenchmark : IBenchmark
{
    /// <summary>Added to the seed for the earlier job.</summary>
    private const ulong EarlierSeeds = 1_000_000;
    private const ulong OtherLandscape = 7;
    private const int OtherBrokers = 6;
    private const string OtherMachine = "network-4";

    public string Name => "fleet-relevance";

    public string Summary => "the simulated fleet after an earlier job with the same, or other, customers and machines [--seeds 60] [--first 1] [--budgets 25,50] [--earlier 100] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var job = ShippedFiles.Job("simulated") with { Verification = Verification.None };
        var others = ShippedFiles.OwnJob("other-customers") with { Verification = Verification.None };
        int[] budgets = [.. arguments.Text("budgets", "25,50").Split(',').Select(int.Parse)];
        (string Name, Func<ulong, CancellationToken, Task<Relevance?>> Earlier)[] rows =
        [
            ("none", (_, _) => Task.FromResult<Relevance?>(null)),
            ("the same customers and machines", (seed, stop) => LearnAsync(job, seed, stop)),
            ("other customers", (seed, stop) => LearnAsync(others, seed, stop)),
            ("other machines", (seed, stop) => LearnAsync(OnOtherMachines(job), seed, stop)),
            ("other customers and machines", (seed, stop) => LearnAsync(OnOtherMachines(others), seed, stop)),
            ("the same, its parameters the wrong way round", async (seed, stop) => WrongRelevance.From(await LearnAsync(job, seed, stop))),
        ];
        Console.WriteLine($"Objective of {job.Name}'s answers on fresh episodes; in brackets what is changed against the first row, in % of it, paired by seed.");
        Console.WriteLine("| earlier job |" + string.Concat(budgets.Select(b => $" @{b} |")) + " answers beyond a limit |");
        Console.WriteLine("|---|" + string.Concat(budgets.Select(_ => "---|")) + "---|");
        double[][]? first = null;
        foreach (var (name, earlier) in rows)
        {
            var scores = new (double Objective, bool IsBeyond)[arguments.Number("seeds", 60)][];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, scores.Length),
                new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("threads", 2), CancellationToken = cancellationToken },
                async (i, stop) =>
                {
                    var seed = (ulong)(arguments.Number("first", 1) + i);
                    var spec = job with { Seed = seed, Relevance = await earlier(seed, stop) };
                    scores[i] = await Task.WhenAll(budgets.Select(budget => PlayAsync(spec with { Budget = new Budget(budget) }, stop)));
                });
            double[][] objectives = [.. budgets.Select((_, b) => scores.Select(s => s[b].Objective).ToArray())];
            first ??= objectives;
            Console.WriteLine($"| {name} |" + string.Concat(objectives.Zip(first, Cell)) + $" {scores.Sum(s => s.Count(one => one.IsBeyond))} |");
        }

        return 0;

        Task<Relevance?> LearnAsync(JobSpec spec, ulong seed, CancellationToken stop) =>
            RelevanceOfAsync(spec with { Seed = seed + EarlierSeeds, Budget = new Budget(arguments.Number("earlier", 100)) }, stop);
    }

    private static async Task<(double Objective, bool IsBeyond)> PlayAsync(JobSpec spec, CancellationToken cancellationToken)
    {
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(spec, 0, cancellationToken);
        return await FreshScore.OfAsync(spec, cluster, (await JobPlayer.PlayAsync(Director(spec), cluster, cancellationToken)).Configuration, cancellationToken);
    }

    private static async Task<Relevance?> RelevanceOfAsync(JobSpec spec, CancellationToken cancellationToken)
    {
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(spec, 0, cancellationToken);
        var director = Director(spec);
        await JobPlayer.PlayAsync(director, cluster, cancellationToken);
        return director.View.Relevance;
    }

    private static IJobDirector Director(JobSpec spec) => new JobDirectorFactory(new SearcherFactory(), new MathNetDistributions()).Create(spec);

    /// <summary>Twice as many machines, of another kind, and with other unevennesses.</summary>
    private static JobSpec OnOtherMachines(JobSpec job)
    {
        var machine = new Parameter("instance.type", ParameterScope.Infra, new CategoricalDomain(ValueList.From([ParameterValue.Text(OtherMachine)])), ParameterValue.Text(OtherMachine)) { IsFrozen = true };
        var space = new SearchSpace(job.Space.Name, [.. job.Space.Parameters, machine], job.Space.Constraints);
        return job with { Space = space, Baseline = space.Defaults, Cluster = ((SimulatedClusterSpec)job.Cluster) with { Brokers = OtherBrokers, Landscape = OtherLandscape } };
    }

    private static string Cell(double[] objectives, double[] first)
    {
        var mean = objectives.Average();
        double[] differences = [.. objectives.Zip(first, (one, before) => 100 * (one - before) / first.Average())];
        var error = Math.Sqrt(differences.Sum(d => (d - differences.Average()) * (d - differences.Average())) / Math.Max(1, differences.Length - 1) / differences.Length);
        return ReferenceEquals(objectives, first)
            ? FormattableString.Invariant($" {mean:F0} |")
            : FormattableString.Invariant($" {mean:F0} ({differences.Average():+0.0;-0.0;0.0} ± {error:F1}) |");
    }
}
