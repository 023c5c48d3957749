using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>A whole job on the simulated fleet, trial after trial; a trial takes half a minute of its clock.</summary>
internal static class FleetSearch
{
    /// <returns>The answer, and the share of the search's measuring time that stopping hopeless trials saved.</returns>
    public static async Task<(JobAnswer Answer, double Saved)> RunAsync(JobSpec job, IJobDirectorFactory directors, CancellationToken cancellationToken)
    {
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        var director = directors.Create(job);
        var elapsed = TimeSpan.Zero;
        var search = (Planned: 0, Measured: 0);
        while (true)
        {
            switch (director.Decide(elapsed))
            {
                case StartTrial { Plan: var plan }:
                    director.Apply(new TrialStarted(elapsed, plan));
                    var outcome = await MeasureAsync(job, cluster, plan, cancellationToken);
                    elapsed += TimeSpan.FromSeconds(30);
                    director.Apply(new TrialEnded(elapsed, plan.Number, outcome, 0, 30));
                    if (plan.Purpose == TrialPurpose.Search && outcome is Measured or Stopped)
                    {
                        search = (search.Planned + plan.Episodes.Length, search.Measured + (outcome is Stopped stopped ? stopped.Measurements.Length : plan.Episodes.Length));
                    }

                    break;
                case EndJob { Answer: { } answer }:
                    return (answer, 1 - ((double)search.Measured / Math.Max(1, search.Planned)));
                case var step:
                    throw new InvalidOperationException($"The job of seed {job.Seed} came to {step}.");
            }
        }
    }

    private static async Task<TrialOutcome> MeasureAsync(JobSpec job, ICluster cluster, TrialPlan plan, CancellationToken cancellationToken)
    {
        await cluster.ApplyAsync(plan.Configuration, cancellationToken);
        var measurements = ImmutableArray<Measurement>.Empty;
        foreach (var episode in plan.Episodes)
        {
            var outcome = await cluster.RunAsync(new EpisodeRun(plan.Number, plan.Configuration, episode) { Attempt = plan.Attempt }, cancellationToken);
            if (outcome is not Measured measured)
            {
                return outcome;
            }

            measurements = measurements.AddRange(measured.Measurements);
            if (FutilityDecider.ReasonToStop(job.Objective, plan, measurements) is { } reason)
            {
                return new Stopped(measurements, reason);
            }
        }

        return new Measured(measurements);
    }
}
