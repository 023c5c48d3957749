using System.Collections.Immutable;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public class VerifiedFlowTests
{
    private const double Noise = 0.01;

    [Fact]
    public void Decide_AGainIsThere_FindsGatesAndEstimatesIt()
    {
        var run = new DirectorHarness(Job(120), Noisy(Gain));

        var answer = run.Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Improved);
        answer.FromGate.ShouldBeFalse();
        var truth = Gain(answer.Configuration) - Gain(run.Spec.Baseline);
        answer.Objective.Low!.Value.ShouldBeLessThan(Math.Exp(truth) - 1);
        answer.Objective.High!.Value.ShouldBeGreaterThan(Math.Exp(truth) - 1);
        answer.Profiles["default"]["throughput"].Value.ShouldBeGreaterThan(0.05);
        run.Director.View.BestObjective!.Value.ShouldBe(run.Director.View.BaselineObjective!.Value * (1 + answer.Objective.Value), 1e-9);
        run.Plans.Select(p => p.Purpose).Distinct().ShouldBe(
            [TrialPurpose.Calibration, TrialPurpose.Search, TrialPurpose.Finalist, TrialPurpose.Elimination, TrialPurpose.Gate, TrialPurpose.Estimate]);
    }

    [Fact]
    public void Decide_AGainIsThere_NoEpisodeOfTheEstimateHadAPartInChoosing()
    {
        var run = new DirectorHarness(Job(120), Noisy(Gain));
        run.Run();

        var chosen = run.Plans.Where(p => p.Purpose != TrialPurpose.Estimate).SelectMany(p => p.Episodes).Select(e => e.Seed).ToHashSet();

        run.Plans.Where(p => p.Purpose == TrialPurpose.Estimate).SelectMany(p => p.Episodes).ShouldAllBe(e => !chosen.Contains(e.Seed));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(41)]
    [InlineData(100)]
    [InlineData(333)]
    public void Decide_AnyBudget_IsNeverExceeded(int budget)
    {
        var run = new DirectorHarness(Job(budget), Noisy(Gain));

        var ended = run.Run();

        ended.Status.ShouldBe(JobStatus.Done);
        run.Plans.Sum(p => p.Episodes.Length).ShouldBeLessThanOrEqualTo(budget);
    }

    [Fact]
    public void Decide_NothingMatters_AnswersTheBaselineAndSaysWhy()
    {
        var answer = new DirectorHarness(Job(100), Noisy(_ => 0)).Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Baseline);
        answer.Configuration.ShouldBe(DirectorHarness.Space().Defaults);
        answer.Objective.Value.ShouldBe(0);
        answer.Changes.ShouldBeEmpty();
        answer.Notes[^1].ShouldMatch("^(The answer is the baseline|Candidate [12] did not pass the gate)");
    }

    [Fact]
    public void Decide_ASettingThatDoesNothing_IsNotInTheFile()
    {
        var answer = new DirectorHarness(Job(250), Noisy(Gain)).Run().Answer!;

        answer.Changes.Select(c => c.Parameter).ShouldBe(["a"]);
        answer.Changes[0].Effect!.Low!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Decide_NoNoiseAtAll_ClaimsTheExactGainWithATightInterval()
    {
        var answer = new DirectorHarness(Job(100), Noisy(Gain, noise: 0)).Run().Answer!;

        var truth = Math.Exp(Gain(answer.Configuration) - Gain(DirectorHarness.Space().Defaults)) - 1;
        answer.Verdict.ShouldBe(Verdict.Improved);
        answer.Objective.Low!.Value.ShouldBeInRange(truth - 1e-6, truth);
        answer.Objective.High!.Value.ShouldBeInRange(truth, truth + 1e-6);
        answer.Changes.Select(c => c.Parameter).ShouldBe(["a"]);
    }

    [Fact]
    public void Decide_ATinyBudget_GoesStraightToTheGate()
    {
        var run = new DirectorHarness(Job(25), Noisy(Gain, noise: 0.005));

        run.Run().Answer!.Verdict.ShouldBe(Verdict.Improved);
        run.Plans.Select(p => p.Purpose).Distinct().ShouldBe([TrialPurpose.Calibration, TrialPurpose.Search, TrialPurpose.Gate, TrialPurpose.Estimate]);
    }

    [Fact]
    public void Decide_NoFreshPairCanBeMeasured_SaysThatTheGainIsOfTheGate()
    {
        var noisy = Noisy(Gain);

        var answer = new DirectorHarness(Job(120), plan => plan.Purpose == TrialPurpose.Estimate ? new Infeasible("the fleet is gone") : noisy(plan)).Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Improved);
        answer.FromGate.ShouldBeTrue();
        answer.Notes.ShouldContain("The gain is from the gate's own pairs, which chose it: no fresh ones could be measured, so it is somewhat flattering.");
    }

    [Fact]
    public void Decide_SeveralLinesBringSomething_GivesEachItsEffectWithAnInterval()
    {
        static double Two(Configuration c) => Gain(c) + (c["c"].AsText() == "y" ? 0.2 : 0);

        var answer = new DirectorHarness(Job(100), Noisy(Two)).Run().Answer!;

        answer.Changes.Select(c => c.Parameter).ShouldBe(["a", "c"]);
        answer.Changes.ShouldAllBe(c => c.Effect!.Low!.Value < c.Effect.Value && c.Effect.Value < c.Effect.High!.Value);
        answer.Changes[1].Effect!.Value.ShouldBe(Math.Exp(0.2) - 1, 0.04);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(30, 2)]
    [InlineData(60, 1)]
    [InlineData(75, 2)]
    [InlineData(95, 1)]
    public void Apply_RestartInAnyPhase_GoesOnTheSame(int turns, int clusters)
    {
        var whole = new DirectorHarness(Job(110, clusters), Noisy(Gain));
        whole.Run();
        var broken = new DirectorHarness(Job(110, clusters), Noisy(Gain));
        for (var i = 0; i < turns; i++)
        {
            broken.Turn();
        }

        broken.Restart();
        var ended = broken.Run();

        broken.Plans.Select(p => (p.Purpose, p.Configuration.Key, p.Lane)).ShouldBe(whole.Plans.Select(p => (p.Purpose, p.Configuration.Key, p.Lane)));
        ended.Answer!.Objective.ShouldBe(((JobEnded)whole.Events[^1]).Answer!.Objective);
    }

    [Fact]
    public void Decide_TwoClusters_RunsBothSidesOfAPairOnOne()
    {
        var run = new DirectorHarness(Job(150, clusters: 2), Noisy(Gain));
        run.Run();

        var pairs = run.Plans.Where(p => p.Purpose is TrialPurpose.Gate or TrialPurpose.Estimate).GroupBy(p => p.Episodes[0].Seed).ToArray();

        pairs.ShouldAllBe(pair => pair.Select(p => p.Lane).Distinct().Count() == 1);
        pairs.Select(pair => pair.First().Lane).Distinct().Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void Decide_BaselineCannotRun_FailsAtOnce()
    {
        var ended = new DirectorHarness(Job(100), _ => new Infeasible("no such topic")).Run();

        ended.Status.ShouldBe(JobStatus.Failed);
        ended.Reason.ShouldBe("the baseline cannot run: no such topic. Give a baseline in the job that the cluster accepts");
    }

    [Fact]
    public void Decide_WallClockTooShort_EndsOnTheBaselineWithTheReason()
    {
        var run = new DirectorHarness(Job(200) with { Budget = new Budget(200, TimeSpan.FromSeconds(12)) }, Noisy(Gain));

        var answer = run.Run().Answer!;

        answer.Verdict.ShouldBe(Verdict.Baseline);
        run.Plans.Count().ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void Decide_WallClockOfHalfTheTrials_StillVerifies()
    {
        var run = new DirectorHarness(Job(240) with { Budget = new Budget(240, TimeSpan.FromSeconds(120)) }, Noisy(Gain));

        run.Run().Answer!.Verdict.ShouldBe(Verdict.Improved);
        run.Plans.Count().ShouldBeLessThanOrEqualTo(120);
    }

    [Fact]
    public void View_AfterCalibration_TellsNoiseAndWhetherTheBudgetIsTooSmall()
    {
        var spec = Job(60) with { Profiles = [new Profile("gold"), new Profile("bronze")] };
        var run = new DirectorHarness(spec, Noisy(Gain, profiles: ["gold", "bronze"], noise: 0.05));
        while (run.Director.View.Phase == "calibration")
        {
            run.Turn();
        }

        run.Director.View.Notes[0].ShouldStartWith("Noise floor, the baseline against itself in 3 pairs: one measurement of the objective varies by ");
        run.Director.View.Notes[0].ShouldContain(" % on the same episode. ");
        run.Director.View.Notes.ShouldContain(note => note.StartsWith("The budget of 60 measurements is small for this noise: to show that nothing guarded loses more than 2 % takes "));
    }

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

    private static JobSpec Job(int trials, int clusters = 1) => DirectorHarness.Job(trials, Verification.Gate, clusters);

    /// <summary>Up to 40 % more at a = 10, a plateau from 7 on; nothing else matters.</summary>
    private static double Gain(Configuration configuration) => 0.35 * Math.Min(1, configuration["a"].AsNumber() / 7);

    private static Func<TrialPlan, TrialOutcome> Noisy(Func<Configuration, double> log, string[]? profiles = null, double noise = Noise) => plan =>
        new Measured([.. plan.Episodes.Select((_, i) =>
        {
            var value = 1000 * Math.Exp(log(plan.Configuration) + (noise / Noise * Draw(plan, i)));
            return new Measurement
            {
                Metrics = Measurement.NoMetrics.Add("throughput", value),
                Profiles = (profiles ?? ["default"]).ToImmutableSortedDictionary(name => name, _ => Measurement.NoMetrics.Add("throughput", value)),
            };
        })]);

    private static double Draw(TrialPlan plan, int index)
    {
        var random = CounterRandom.For(plan.Episodes[0].Seed + (ulong)plan.Number, "measured", (ulong)index);
        return Noise * random.NextGaussian();
    }
}
