namespace TuneSearch.Benchmarks;

/// <summary>One benchmark: a verb of this program that prints a table which stands in docs/.</summary>
public interface IBenchmark
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>What it shows, in a line.</summary>
    string Summary { get; }

    /// <summary>Runs and prints; the exit code is 0 where every bound that the benchmark knows held.</summary>
    Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken);
}
