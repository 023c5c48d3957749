using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using static TuneSearch.Core.Tests.Jobs.Flows.VerifiedJobs;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public class VerifiedFlowTests
{
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
}
