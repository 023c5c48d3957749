using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Repeats searches over seeds on two threads; the results come in the order of the seeds, so that a run prints the same each time.</summary>
internal static class Repetition
{
    private const int Threads = 2;
    private const ulong SeedsARow = 1_000_000;

    /// <param name="row">Of the table, so that each has searches of its own.</param>
    /// <param name="counted">The option that says how many searches.</param>
    public static SearchResult[] Run(
        BenchmarkArguments arguments, int otherwise, int row, Func<IJobDirectorFactory, ulong, SearchResult> search, CancellationToken cancellationToken, string counted = "searches")
    {
        var count = arguments.Number(counted, otherwise);
        var first = (ulong)arguments.Number("seed", 1) + ((ulong)row * SeedsARow);
        var directors = Directors(arguments);
        var results = new SearchResult[count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("threads", Threads), CancellationToken = cancellationToken },
            i => results[i] = search(directors, first + (ulong)i));
        return results;
    }

    public static IJobDirectorFactory Directors(BenchmarkArguments arguments) => new JobDirectorFactory(
        arguments.Text("searcher", "surrogate") switch
        {
            "surrogate" => new SearcherFactory(),
            "plain" => new PlainAnnealerFactory(),
            var unknown => throw new ArgumentException($"--searcher {unknown} is unknown: known are surrogate, plain"),
        },
        new MathNetDistributions());

    /// <summary>The 95 % interval of a share by Wilson (1927), for the tables.</summary>
    public static string Share(int hits, int of)
    {
        const double Z = 1.96;
        var p = (double)hits / of;
        var centre = (p + (Z * Z / (2 * of))) / (1 + (Z * Z / of));
        var half = Z / (1 + (Z * Z / of)) * Math.Sqrt((p * (1 - p) / of) + (Z * Z / (4.0 * of * of)));
        return FormattableString.Invariant($"{hits} of {of} = {100 * p:F1} % [{100 * (centre - half):F1}, {100 * (centre + half):F1}]");
    }
}
