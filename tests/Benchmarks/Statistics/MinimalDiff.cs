using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Twenty parameters, four of which matter: which lines does the file keep?</summary>
public sealed class MinimalDiff : IBenchmark
{
    private const double Bound = 0.9;
    private const int Parameters = 20;
    private static readonly int[] s_matter = [0, 4, 9, 14];
    private static readonly double[] s_alike = [0.1, 0.1, 0.1, 0.1];
    private static readonly double[] s_unlike = [0.16, 0.12, 0.1, 0.08];

    private static (int Budget, double Noise, double[] Effects)[] Rows =>
        [(100, 0.02, s_alike), (100, 0.03, s_alike), (100, 0.02, s_unlike), (150, 0.03, s_unlike), (200, 0.03, s_alike), (200, 0.05, s_alike), (400, 0.03, s_alike), (400, 0.05, s_alike)];

    public string Name => "minimal-diff";

    public string Summary => "of 20 parameters 4 matter: how often are those 4 and at most one other kept (at least 90 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(Parameters);
        var (onlyBudget, onlyRow) = (arguments.Number("budget", 0), arguments.Number("row", 0));
        var held = true;
        Console.WriteLine("| budget | noise | the four bring up to | improved | the 4 and at most one other | of the 4 kept, mean | others kept, mean | others before |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var row = 0;
        foreach (var (budget, noise, effects) in Rows)
        {
            row++;
            if ((onlyBudget != 0 && onlyBudget != budget) || (onlyRow != 0 && onlyRow != row))
            {
                continue;
            }

            // Each reaches its whole effect a quarter of the way from the baseline: a setting that is right, not a finely tuned one.
            var system = new SyntheticSystem(space, ["a"], (c, _) => s_matter.Zip(effects, (i, effect) => Math.Log(1 + effect) * Math.Min(1, 4 * Spaces.Moved(c, space, i))).Sum()) { Noise = noise };
            var results = Repetition.Run(arguments, 200, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget), cancellationToken);
            var kept = results.Select(r => r.Answer.Changes.Select(c => int.Parse(c.Parameter[1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
            var right = kept.Count(k => s_matter.All(k.Contains) && k.Length <= s_matter.Length + 1);
            held &= right >= Bound * results.Length;
            var sizes = string.Join(", ", effects.Distinct().Select(e => FormattableString.Invariant($"{100 * e:0}")));
            Console.WriteLine(FormattableString.Invariant(
                $"| {budget} | {100 * noise:0} % | {sizes} % | {results.Count(r => r.IsImproved)} | {Repetition.Share(right, results.Length)} | {kept.Average(k => k.Count(s_matter.Contains)):0.00} | {kept.Average(k => k.Count(i => !s_matter.Contains(i))):0.00} | {results.Average(Before):0.0} |"));
        }

        return Task.FromResult(held ? 0 : 1);
    }

    /// <summary>Parameters without effect in which the searched configurations differed from the baseline, at the last finalist.</summary>
    private static double Before(SearchResult result)
    {
        var finalist = result.Events.OfType<Core.Jobs.TrialStarted>().LastOrDefault(e => e.Plan.Purpose == Core.Jobs.Trials.TrialPurpose.Finalist && e.Plan.Configuration != null);
        return finalist is null ? 0 : finalist.Plan.Configuration.Values.Count(v => v.Value != Spaces.Mixed(Parameters).Defaults[v.Key] && !s_matter.Contains(int.Parse(v.Key[1..], System.Globalization.CultureInfo.InvariantCulture)));
    }
}
