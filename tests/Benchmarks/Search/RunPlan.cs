namespace TuneSearch.Benchmarks.Search;

/// <summary>How often and how long every landscape is played.</summary>
/// <param name="First">The first seed; the others follow it.</param>
/// <param name="Noise">A measured value is the true one times 1 + noise × gauss.</param>
public sealed record RunPlan(int First, int Seeds, double Noise, int Trials, int Threads)
{
    /// <summary>The plan that the options <c>--first</c>, <c>--seeds</c> and <c>--threads</c> ask for.</summary>
    public static RunPlan From(BenchmarkArguments arguments, double noise, int trials) =>
        new(arguments.Number("first", 0), arguments.Number("seeds", 30), noise, trials, arguments.Number("threads", 2));
}
