using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Plays a job on its cluster without daemon, grains or store: the search alone.</summary>
internal static class JobPlayer
{
    public static Task<JobAnswer> PlayAsync(JobSpec job, IJobDirectorFactory directors, ICluster cluster, CancellationToken cancellationToken) =>
        PlayAsync(directors.Create(job), cluster, cancellationToken);

    public static async Task<JobAnswer> PlayAsync(IJobDirector director, ICluster cluster, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (director.Decide(TimeSpan.Zero))
            {
                case StartTrial { Plan: var plan }:
                    director.Apply(new TrialStarted(TimeSpan.Zero, plan));
                    director.Apply(new TrialEnded(TimeSpan.Zero, plan.Number, await MeasureAsync(cluster, plan, cancellationToken)));
                    break;
                case EndJob { Answer: { } answer }:
                    return answer;
                case var step:
                    throw new InvalidOperationException($"The job came to {step}; a benchmark's job should only measure or end with an answer.");
            }
        }
    }

    /// <summary>The objective and the limits of a trial; what could not run misses them by all there is.</summary>
    public static async Task<Score> ScoreAsync(JobSpec job, ICluster cluster, TrialPlan plan, CancellationToken cancellationToken) =>
        await MeasureAsync(cluster, plan, cancellationToken) is Measured measured
            ? ObjectiveScorer.Score(job.Objective, plan.Configuration, measured.Measurements)
            : new Score(null, null, double.PositiveInfinity);

    public static async Task<TrialOutcome> MeasureAsync(ICluster cluster, TrialPlan plan, CancellationToken cancellationToken)
    {
        var applied = await cluster.ApplyAsync(plan.Configuration, cancellationToken);
        if (applied.Failure is { } failure)
        {
            return failure;
        }

        var measurements = ImmutableArray.CreateBuilder<Measurement>();
        foreach (var episode in plan.Episodes)
        {
            var run = new EpisodeRun(plan.Number, plan.Configuration, episode) { Attempt = plan.Attempt };
            switch (await cluster.RunAsync(run, cancellationToken))
            {
                case Measured measured:
                    measurements.AddRange(measured.Measurements);
                    break;
                case var other:
                    return other;
            }
        }

        return new Measured(measurements.ToImmutable());
    }
}
