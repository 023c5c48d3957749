namespace TuneSearch.Benchmarks.Search;

/// <summary>How often and how long every landscape is played.</summary>
/// <param name="First">The first seed; the others follow it.</param>
/// <param name="Noise">A measured value is the true one times 1 + noise × gauss.</param>
/// <param name="IsNoiseSaid">Whether the search is told that there is noise, where there is any (never how much), as <c>noisy: true</c> in a job file does.</param>
public sealed record RunPlan(int First, int Seeds, double Noise, int Trials, int Threads, bool IsNoiseSaid)
{
    /// <summary>The plan that the options <c>--first</c>, <c>--seeds</c>, <c>--threads</c> and <c>--unsaid</c> ask for.</summary>
    public static RunPlan From(BenchmarkArguments arguments, double noise, int trials) =>
        new(arguments.Number("first", 0), arguments.Number("seeds", 30), noise, trials, arguments.Number("threads", 2), !arguments.Has("unsaid"));
}
