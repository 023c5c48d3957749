using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>The same searches with and without stopping hopeless trials, over the same number of trials.</summary>
public sealed class FutilityBenchmark : IBenchmark
{
    private const int Profiles = 6;

    /// <summary>Searches of the two arms differ by luck: a loss counts beyond so many standard errors of the difference.</summary>
    private const double StandardErrors = 2;

    public string Name => "futility";

    public string Summary => "share of the search's measuring time saved by stopping hopeless trials, at equal final quality";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var space = Spaces.Mixed(8);
        var budget = arguments.Number("budget", 200);
        var held = true;
        Console.WriteLine("| noise | arm | episodes a trial | search measurements | time saved | true gain of a finalist, mean ± its error |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var row = 0;
        foreach (var noise in new[] { 0.02, 0.05 })
        {
            row++;
            // Most of the space is worse than the baseline, as on a real cluster.
            var system = new SyntheticSystem(space, [.. Enumerable.Range(0, Profiles).Select(i => $"profile{i}")], (c, p) => Effect(c, space)) { Noise = noise };
            var with = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget, Together), cancellationToken);
            var without = Repetition.Run(arguments, 400, row, (directors, seed) => SearchRun.Of(system, directors, seed, budget, Together, obeyFutility: false), cancellationToken);
            var (gainsWith, gainsWithout) = (Gains(system, with), Gains(system, without));
            held &= gainsWith.Average() >= gainsWithout.Average() - (StandardErrors * Math.Sqrt(Squared(gainsWith) + Squared(gainsWithout)));
            Row(noise, "stops hopeless trials", with, gainsWith);
            Row(noise, "runs every trial to its end", without, gainsWithout);
        }

        return Task.FromResult(held ? 0 : 1);
    }

    private static void Row(double noise, string arm, SearchResult[] results, double[] gains)
    {
        var trials = results.SelectMany(r => r.SearchTrials).ToArray();
        var planned = trials.Sum(t => t.Planned);
        Console.WriteLine(FormattableString.Invariant(
            $"| {100 * noise:0} % | {arm} | {(double)planned / trials.Length:0.0} | {(double)trials.Sum(t => t.Measured) / results.Length:0} | {100.0 * (planned - trials.Sum(t => t.Measured)) / planned:0} % | {100 * gains.Average():0.0} ± {100 * Math.Sqrt(Squared(gains)):0.0} % |"));
    }

    /// <summary>Of the first finalist that was measured.</summary>
    private static double[] Gains(SyntheticSystem system, SearchResult[] results) =>
        [.. results.Select(r => system.TrueGain(r.Events.OfType<TrialStarted>().First(e => e.Plan.Purpose == TrialPurpose.Finalist && !e.Plan.Configuration.Equals(r.Baseline)).Plan.Configuration))];

    /// <summary>The squared standard error of the mean.</summary>
    private static double Squared(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length;
    }

    /// <summary>Two profiles run together, so that a trial takes three episodes to see all six.</summary>
    private static JobSpec Together(JobSpec spec) => spec with { Mixture = new MixtureSpec(ProfilesPerEpisode: 2) };

    private static double Effect(Core.Spaces.Configuration configuration, Core.Spaces.SearchSpace space)
    {
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            sum += (0.08 * Spaces.Moved(configuration, space, i)) - (0.12 * Spaces.Moved(configuration, space, i + 4));
        }

        return sum;
    }
}
