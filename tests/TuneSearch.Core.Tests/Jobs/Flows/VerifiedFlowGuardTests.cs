using System.Collections.Immutable;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using static TuneSearch.Core.Tests.Jobs.Flows.VerifiedJobs;

namespace TuneSearch.Core.Tests.Jobs.Flows;

/// <summary>Who gains must leave everybody else as well off: guards of profiles, and limits.</summary>
public class VerifiedFlowGuardTests
{
    [Fact]
    public void Decide_WinsOnAverageAndHurtsAProfile_StaysWithTheBaseline()
    {
        var spec = Job(120) with { Profiles = [new Profile("gold"), new Profile("bronze")] };
        TrialOutcome Measure(TrialPlan plan) => new Measured([.. plan.Episodes.Select(_ => Two(plan))]);
        Measurement Two(TrialPlan plan)
        {
            var gain = Gain(plan.Configuration);
            var gold = 1000 * Math.Exp(gain + Draw(plan, 0));
            var bronze = 500 * Math.Exp((-0.5 * gain) + Draw(plan, 1));
            return new Measurement
            {
                Metrics = Measurement.NoMetrics.Add("throughput", gold + bronze),
                Profiles = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>>.Empty
                    .Add("gold", Measurement.NoMetrics.Add("throughput", gold)).Add("bronze", Measurement.NoMetrics.Add("throughput", bronze)),
            };
        }

        new DirectorHarness(spec, Measure).Run().Answer!.Verdict.ShouldBe(Verdict.Baseline);
    }

    [Fact]
    public void Decide_HurtsTheProfileWhoseTurnComesLast_StaysWithTheBaseline()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"p{i:00}")];
        var spec = Job(400) with { Profiles = [.. names.Select(name => new Profile(name) { Guarded = ["latency"] })], Mixture = new MixtureSpec(ProfilesPerEpisode: 1, Holdout: 0) };
        var last = spec.Episodes().Seen("search", names.Length - 1).Weights.Keys.Single();
        TrialOutcome Measure(TrialPlan plan) => new Measured([.. plan.Episodes.Select((episode, i) => One(plan, episode.Weights.Keys.Single(), i))]);
        Measurement One(TrialPlan plan, string profile, int index)
        {
            var slower = (profile == last ? 1 : -1) * Gain(plan.Configuration);
            var metrics = Measurement.NoMetrics
                .Add("throughput", 1000 * Math.Exp(Gain(plan.Configuration) + (2 * Draw(plan, index))))
                .Add("latency", 0.1 * Math.Exp(slower + (2 * Draw(plan, index + 100))));
            return new Measurement { Metrics = metrics, Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(profile, metrics)]) };
        }

        var run = new DirectorHarness(spec, Measure);

        run.Run().Answer!.Verdict.ShouldBe(Verdict.Baseline);
        run.Plans.Where(p => p.Purpose == TrialPurpose.Calibration).SelectMany(p => p.Episodes[0].Weights.Keys).Distinct().Order().ShouldBe(names);
    }

    [Fact]
    public void Decide_AGuardedLatencyIsMissingWhereNothingArrived_StaysWithTheBaseline()
    {
        var spec = Job(200) with { Profiles = [new Profile("default") { Guarded = ["latency"] }] };
        TrialOutcome Measure(TrialPlan plan) => new Measured([.. plan.Episodes.Select((episode, i) => Delivered(plan, episode, i))]);
        Measurement Delivered(TrialPlan plan, Episode episode, int index)
        {
            var sent = Measurement.NoMetrics.Add("throughput", 1000 * Math.Exp(Gain(plan.Configuration) + Draw(plan, index)));
            var isDeaf = plan.Configuration["a"].AsNumber() > 1.5 && episode.Seed % 3 == 0;
            var metrics = isDeaf ? sent : sent.Add("latency", 0.1 * Math.Exp(Draw(plan, index + 100)));
            return new Measurement { Metrics = sent, Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("default", metrics)]) };
        }

        var answer = new DirectorHarness(spec, Measure).Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Baseline);
        answer.Notes.ShouldContain(note => note.Contains("latency of default was not to be had in ", StringComparison.Ordinal));
    }

    [Fact]
    public void View_AGuardThatNothingMeasures_IsNamedBeforeTheSearch()
    {
        var job = Job(60);
        var spec = job with
        {
            Profiles = [new Profile("gold") { Guarded = ["throughput", "end_to_end_latency_p9"] }],
            Objective = job.Objective with { Gate = new GateSpec { Guarded = ["pauses"] } },
        };
        var run = new DirectorHarness(spec, Noisy(Gain, profiles: ["gold"]));
        while (run.Director.View.Phase == "calibration")
        {
            run.Turn();
        }

        run.Director.View.Notes.ShouldContain("NOT guarded, for no measurement of the baseline carries it: end_to_end_latency_p9, pauses. Measured were throughput.");
    }

    [Fact]
    public void Decide_ALineOnlyKeepsAGuardedLatencyLow_StaysInTheFile()
    {
        var spec = Job(200) with { Profiles = [new Profile("default") { Guarded = ["latency"] }] };
        TrialOutcome Measure(TrialPlan plan) => new Measured([.. plan.Episodes.Select((_, i) => WithLatency(plan, i))]);
        Measurement WithLatency(TrialPlan plan, int index)
        {
            var isOverrun = plan.Configuration["a"].AsNumber() > 3 && plan.Configuration["c"].AsText() == "x";
            var metrics = Measurement.NoMetrics
                .Add("throughput", 1000 * Math.Exp(Gain(plan.Configuration) + Draw(plan, index)))
                .Add("latency", (isOverrun ? 0.5 : 0.1) * Math.Exp(Draw(plan, index + 100)));
            return new Measurement { Metrics = metrics, Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("default", metrics)]) };
        }

        var answer = new DirectorHarness(spec, Measure).Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Improved);
        answer.Changes.Select(c => c.Parameter).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Decide_LimitThatTheBestMisses_AnswersOneThatKeepsIt()
    {
        var limit = new MetricLimit("throughput <= 1200", new NameExpression("throughput"), LimitDirection.AtMost, new LiteralExpression(ParameterValue.Real(1200)));
        var spec = Job(150);

        var answer = new DirectorHarness(spec with { Objective = spec.Objective with { SubjectTo = [limit] } }, Noisy(Gain)).Run().Answer!;

        (1000 * Math.Exp(Gain(answer.Configuration))).ShouldBeLessThan(1220);
    }
}
