using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs.Flows;

/// <summary>Jobs that verify their answer, on a system of which everything is known.</summary>
internal static class VerifiedJobs
{
    private const double Noise = 0.01;

    public static JobSpec Job(int trials, int clusters = 1) => DirectorHarness.Job(trials, Verification.Gate, clusters);

    /// <summary>Up to 40 % more at a = 10, a plateau from 7 on; nothing else matters.</summary>
    public static double Gain(Configuration configuration) => 0.35 * Math.Min(1, configuration["a"].AsNumber() / 7);

    public static Func<TrialPlan, TrialOutcome> Noisy(Func<Configuration, double> log, string[]? profiles = null, double noise = Noise) => plan =>
        new Measured([.. plan.Episodes.Select((_, i) =>
        {
            var value = 1000 * Math.Exp(log(plan.Configuration) + (noise / Noise * Draw(plan, i)));
            return new Measurement
            {
                Metrics = Measurement.NoMetrics.Add("throughput", value),
                Profiles = (profiles ?? ["default"]).ToImmutableSortedDictionary(name => name, _ => Measurement.NoMetrics.Add("throughput", value)),
            };
        })]);

    public static double Draw(TrialPlan plan, int index)
    {
        var random = CounterRandom.For(plan.Episodes[0].Seed + (ulong)plan.Number, "measured", (ulong)index);
        return Noise * random.NextGaussian();
    }
}
