namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Nothing matters, so every claim is false.</summary>
public sealed class NoFalseClaims : IBenchmark
{
    private const double Bound = 0.05;

    public string Name => "no-false-claims";

    public string Summary => "where nothing matters, how often is an improvement claimed (at most 5 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(8);
        var budget = arguments.Number("budget", 100);
        var held = true;
        Console.WriteLine($"| noise | drift a trial | searches that claim an improvement, budget {budget} |");
        Console.WriteLine("|---|---|---|");
        var row = 0;
        foreach (var (noise, drift, outliers) in new[] { (0.02, 0.0, 0.0), (0.05, 0, 0), (0.10, 0, 0), (0.02, 0.002, 0), (0.05, -0.002, 0), (0.05, 0, 0.05) })
        {
            row++;
            var system = new SyntheticSystem(space, ["a", "b"], (_, _) => 0) { Noise = noise, Drift = drift, Outliers = outliers };
            var results = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget), cancellationToken);
            var claims = results.Count(r => r.IsImproved);
            held &= claims <= Bound * results.Length;
            var tails = outliers > 0 ? FormattableString.Invariant($", {100 * outliers:0} % outliers") : string.Empty;
            Console.WriteLine(FormattableString.Invariant($"| {100 * noise:0} %{tails} | {100 * drift:0.0} % | {Repetition.Share(claims, results.Length)} |"));
        }

        return Task.FromResult(held ? 0 : 1);
    }
}
