using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Every configuration that wins on average hurts one profile of eight by 5 %.</summary>
public sealed class GateHolds : IBenchmark
{
    private const double Bound = 0.05;
    private const int Profiles = 8;

    public string Name => "gate";

    public string Summary => "a configuration wins on average and hurts one profile in eight by 5 %: how often does it pass (at most 5 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(4);
        var budget = arguments.Number("budget", 100);
        var held = true;
        Console.WriteLine($"| noise | drift a trial | gain of the other seven | passes, budget {budget} | of these harmful | the same gain without the harm passes |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var row = 0;
        foreach (var (noise, drift, gain) in new[] { (0.01, 0.0, 0.10), (0.02, 0, 0.10), (0.05, 0, 0.15), (0.02, 0.002, 0.10) })
        {
            row++;
            SyntheticSystem Hurting(double harm) => new(space, [.. Enumerable.Range(0, Profiles).Select(i => $"profile{i}")], (c, p) => IsOn(c) ? (p == 3 ? harm : gain) : 0)
            {
                Noise = noise,
                Drift = drift,
            };
            var results = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(Hurting(Math.Log(0.95)), directors, seed, budget), cancellationToken);
            var harmless = Repetition.Run(arguments, 100, row, (directors, seed) => SearchRun.Of(Hurting(gain), directors, seed, budget), cancellationToken, "harmless");
            var passed = results.Count(r => r.IsImproved);
            held &= passed <= Bound * results.Length;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} % | {100 * drift:0.0} % | {100 * (Math.Exp(gain) - 1):0} % | {Repetition.Share(passed, results.Length)} | {results.Count(r => r.IsImproved && IsOn(r.Answer.Configuration))} | {Repetition.Share(harmless.Count(r => r.IsImproved), harmless.Length)} |"));
        }

        return Task.FromResult(held ? 0 : 1);
    }

    private static bool IsOn(Configuration configuration) => configuration["p0"].AsNumber() > 50;
}
