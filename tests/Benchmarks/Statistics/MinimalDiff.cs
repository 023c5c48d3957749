using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Twenty parameters, four of which matter: which lines does the file keep?</summary>
public sealed class MinimalDiff : IBenchmark
{
    private const double Bound = 0.9;
    private const int Parameters = 20;
    private static readonly int[] s_matter = [0, 4, 9, 14];

    public string Name => "minimal-diff";

    public string Summary => "of 20 parameters 4 matter: how often are those 4 and at most one other kept (at least 90 %)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(Parameters);
        var budget = arguments.Number("budget", 400);
        var effect = Math.Log(1 + arguments.Real("effect", 0.1));
        var held = true;
        Console.WriteLine($"| noise | each of the four brings up to | improved | the 4 and at most one other, budget {budget} | of the 4 kept, mean | others kept, mean | others before |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var row = 0;
        foreach (var noise in new[] { 0.02, 0.03 })
        {
            row++;
            // Each reaches its whole effect a quarter of the way from the baseline: a setting that is right, not a finely tuned one.
            var system = new SyntheticSystem(space, ["a"], (c, _) => s_matter.Sum(i => effect * Math.Min(1, 4 * Spaces.Moved(c, space, i)))) { Noise = noise };
            var results = Repetition.Run(arguments, 200, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget), cancellationToken);
            var kept = results.Select(r => r.Answer.Changes.Select(c => int.Parse(c.Parameter[1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
            var right = kept.Count(k => s_matter.All(k.Contains) && k.Length <= s_matter.Length + 1);
            held &= right >= Bound * results.Length;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} % | {100 * (Math.Exp(effect) - 1):0} % | {results.Count(r => r.IsImproved)} | {Repetition.Share(right, results.Length)} | {kept.Average(k => k.Count(s_matter.Contains)):0.00} | {kept.Average(k => k.Count(i => !s_matter.Contains(i))):0.00} | {results.Average(Before):0.0} |"));
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
