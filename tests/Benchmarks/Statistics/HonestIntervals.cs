namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Gains that are there, of many sizes: does the reported interval hold the true one?</summary>
public sealed class HonestIntervals : IBenchmark
{
    private const double Bound = 0.93;

    public string Name => "honest-intervals";

    public string Summary => "how often the 95 % interval of the reported gain holds the true gain (at least 93 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(6);
        var budget = arguments.Number("budget", 100);
        var held = true;
        Console.WriteLine($"| noise | drift a trial | most that can be gained | improved | interval holds, of all | of the improved | mean width |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var row = 0;
        foreach (var (noise, drift, outliers, gain) in new[] { (0.02, 0.0, 0.0, 0.05), (0.05, 0, 0, 0.3), (0.10, 0, 0, 0.5), (0.05, 0.002, 0, 0.3), (0.05, 0, 0.05, 0.3) })
        {
            row++;
            if (arguments.Number("row", row) != row)
            {
                continue;
            }

            // Two parameters matter, with a bend and an interaction; the third costs.
            var system = new SyntheticSystem(space, ["a", "b"], (c, p) => gain * Hill(c, space, p)) { Noise = noise, Drift = drift, Outliers = outliers };
            var results = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget), cancellationToken);
            var improved = results.Where(r => r.IsImproved).ToArray();
            var covered = results.Count(r => r.Covers);
            held &= covered >= Bound * results.Length;
            var width = improved.Length == 0 ? 0 : improved.Average(r => r.Answer.Objective.High!.Value - r.Answer.Objective.Low!.Value);
            var tails = outliers > 0 ? FormattableString.Invariant($", {100 * outliers:0} % outliers") : string.Empty;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} %{tails} | {100 * drift:0.0} % | {100 * (Math.Exp(gain) - 1):0} % | {improved.Length} | {Repetition.Share(covered, results.Length)} | {Repetition.Share(improved.Count(r => r.Covers), Math.Max(1, improved.Length))} | {100 * width:0.0} % |"));
        }

        return Task.FromResult(held ? 0 : 1);
    }

    private static double Hill(Core.Spaces.Configuration configuration, Core.Spaces.SearchSpace space, int profile)
    {
        var a = Spaces.Moved(configuration, space, 0);
        var b = Spaces.Moved(configuration, space, 1);
        var c = Spaces.Moved(configuration, space, 3);
        return (0.6 * (1 - Math.Pow((a - 0.7) / 0.7, 2))) + (0.4 * b * (profile == 0 ? 1 : 0.8)) + (0.2 * a * b) - (0.3 * c);
    }
}
