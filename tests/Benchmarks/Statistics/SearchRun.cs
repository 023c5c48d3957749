using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>One whole search of a synthetic system through the real director, trial after trial without a cluster.</summary>
internal static class SearchRun
{
    public static SearchResult Of(SyntheticSystem system, IJobDirectorFactory directors, ulong seed, int budget, Func<JobSpec, JobSpec>? adjust = null, bool obeyFutility = true)
    {
        var spec = new JobSpec("synthetic", seed, system.Space, new SimulatedClusterSpec(), Throughput())
        {
            Profiles = [.. system.Profiles.Select(name => new Profile(name))],
            Budget = new Budget(budget),
        };
        spec = adjust?.Invoke(spec) ?? spec;
        var director = directors.Create(spec);
        var events = new List<JobEvent>();
        var measured = 0;
        while (true)
        {
            var now = TimeSpan.FromSeconds(measured);
            switch (director.Decide(now))
            {
                case StartTrial { Plan: var plan }:
                    Happen(new TrialStarted(now, plan));
                    var outcome = Measure(system, spec, seed, obeyFutility ? plan : plan with { Futility = null }, ref measured);
                    Happen(new TrialEnded(TimeSpan.FromSeconds(measured), plan.Number, outcome, 0, plan.Episodes.Length));
                    break;
                case EndJob { Answer: { } answer }:
                    return new SearchResult(answer, system.TrueGain(answer.Configuration), spec.Baseline, measured, [.. events]);
                case var step:
                    throw new InvalidOperationException($"A synthetic search came to {step}: it should only measure or end with an answer.");
            }
        }

        void Happen(JobEvent happened)
        {
            events.Add(happened);
            director.Apply(happened);
        }
    }

    private static TrialOutcome Measure(SyntheticSystem system, JobSpec spec, ulong seed, TrialPlan plan, ref int measured)
    {
        var measurements = ImmutableArray<Measurement>.Empty;
        foreach (var episode in plan.Episodes)
        {
            measurements = measurements.Add(system.Measure(seed, measured++, plan.Configuration, episode));
            if (FutilityDecider.ReasonToStop(spec.Objective, plan, measurements) is { } reason)
            {
                return new Stopped(measurements, reason);
            }
        }

        return new Measured(measurements);
    }

    private static ObjectiveSpec Throughput() => new(Goal.Maximize, MetricNames.Throughput, new Core.Expressions.NameExpression(MetricNames.Throughput));
}
