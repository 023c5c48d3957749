using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>A gain of twice the noise floor waits where one of two parameters of six is set right.</summary>
public sealed class Power : IBenchmark
{
    private const double Bound = 0.9;

    public string Name => "power";

    public string Summary => "a true gain of twice the noise floor: how often is it found and passes (at least 90 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(6);
        var budget = arguments.Number("budget", 100);
        var times = arguments.Real("times", 2);
        var held = true;
        Console.WriteLine($"| noise floor | drift a trial | true gain | found and passed, budget {budget} | measurements used |");
        Console.WriteLine("|---|---|---|---|---|");
        var row = 0;
        foreach (var (noise, drift) in new[] { (0.02, 0.0), (0.05, 0), (0.10, 0), (0.05, 0.002) })
        {
            row++;
            var gain = Math.Log(1 + (times * noise));
            var system = new SyntheticSystem(space, ["a"], (c, _) => IsOn(c) ? gain : 0) { Noise = noise, Drift = drift };
            var results = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget), cancellationToken);
            var found = results.Count(r => r.IsImproved && r.TrueGain > 0);
            held &= found >= Bound * results.Length;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} % | {100 * drift:0.0} % | {100 * (Math.Exp(gain) - 1):0} % | {Repetition.Share(found, results.Length)} | {results.Average(r => r.Measured):0} |"));
        }

        return Task.FromResult(held ? 0 : 1);
    }

    /// <summary>A third of the space: p0 in its upper half and p2 compressed at all.</summary>
    private static bool IsOn(Configuration configuration) => configuration["p0"].AsNumber() > 50 && configuration["p2"].AsText() != "none";
}
