using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs;

public class JobDirectorTests
{
    [Fact]
    public void Decide_VerificationNone_MeasuresExactlyTheBudget()
    {
        var run = new DirectorHarness(DirectorHarness.Job(40), DirectorHarness.Parabola);

        var ended = run.Run();

        run.Plans.Count().ShouldBe(40);
        run.Plans.ShouldAllBe(plan => plan.Episodes.Length == 1 && plan.Purpose == TrialPurpose.Search);
        ended.Status.ShouldBe(JobStatus.Done);
        ended.Answer!.Verdict.ShouldBe(Verdict.Unverified);
        ended.Answer.Configuration["a"].AsNumber().ShouldBe(7, 1.5);
        run.Director.View.TrialsDone.ShouldBe(40);
    }

    [Fact]
    public void Decide_AskedTwice_SameStep()
    {
        var director = DirectorHarness.Create(DirectorHarness.Job(5));

        ((StartTrial)director.Decide(TimeSpan.Zero)).Plan.Configuration.ShouldBe(((StartTrial)director.Decide(TimeSpan.Zero)).Plan.Configuration);
    }

    [Fact]
    public void Decide_FirstTrial_IsTheBaseline()
    {
        var spec = DirectorHarness.Job(5);

        ((StartTrial)DirectorHarness.Create(spec).Decide(TimeSpan.Zero)).Plan.Configuration.ShouldBe(spec.Baseline);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(19)]
    public void Apply_RestartAfterAnyTurn_GoesOnTheSame(int turns)
    {
        var whole = new DirectorHarness(DirectorHarness.Job(30, clusters: 2), DirectorHarness.Parabola);
        whole.Run();
        var broken = new DirectorHarness(DirectorHarness.Job(30, clusters: 2), DirectorHarness.Parabola);
        for (var i = 0; i < turns; i++)
        {
            broken.Turn();
        }

        broken.Restart();
        broken.Run();

        broken.Plans.Select(p => p.Configuration.Key).ShouldBe(whole.Plans.Select(p => p.Configuration.Key));
    }

    [Fact]
    public void Decide_TwoClusters_KeepsOneTrialALane()
    {
        var director = DirectorHarness.Create(DirectorHarness.Job(5, clusters: 2));
        var first = ((StartTrial)director.Decide(TimeSpan.Zero)).Plan;
        director.Apply(new TrialStarted(TimeSpan.Zero, first));
        var second = ((StartTrial)director.Decide(TimeSpan.Zero)).Plan;
        director.Apply(new TrialStarted(TimeSpan.Zero, second));

        (first.Lane, second.Lane).ShouldBe((0, 1));
        director.Decide(TimeSpan.Zero).ShouldBeOfType<WaitForTrial>();
    }

    [Fact]
    public void Decide_InvalidTrial_RunsTheSameAgainAndDoesNotCountIt()
    {
        var run = new DirectorHarness(DirectorHarness.Job(6), plan => plan is { Number: 3, Attempt: 0 } ? new Invalid("the generator fell behind") : DirectorHarness.Parabola(plan));

        run.Run().Status.ShouldBe(JobStatus.Done);

        run.Plans.Count(plan => plan.Number == 3).ShouldBe(2);
        run.Plans.Single(plan => plan is { Number: 3, Attempt: 1 }).Configuration.ShouldBe(run.Plans.Single(plan => plan is { Number: 3, Attempt: 0 }).Configuration);
        run.Director.View.TrialsDone.ShouldBe(6);
        run.Director.View.Invalid.ShouldBe(1);
    }

    [Fact]
    public void Decide_InvalidTenTimes_FailsWithTheReason()
    {
        var run = new DirectorHarness(DirectorHarness.Job(6), _ => new Invalid("70.0 % of the processor time was stolen"));

        var ended = run.Run();

        run.Plans.Count(plan => plan.Number == 1).ShouldBe(10);
        ended.Reason.ShouldBe("trial 1 was invalid 10 times in a row, the last time because: 70.0 % of the processor time was stolen. Mend the cluster and submit the job again");
    }

    [Fact]
    public void Decide_FaultedFiveTimes_FailsWithTheReason()
    {
        var run = new DirectorHarness(DirectorHarness.Job(6), _ => new Faulted("broker 2 is gone."));

        var ended = run.Run();

        ended.Status.ShouldBe(JobStatus.Failed);
        ended.Reason.ShouldBe("trial 1 was faulted 5 times in a row, the last time because: broker 2 is gone. Mend the cluster and submit the job again");
    }

    [Fact]
    public void View_FaultedTrialThatIsTriedAgain_SaysWhyUntilItSucceeds()
    {
        var run = new DirectorHarness(DirectorHarness.Job(6), plan => plan is { Number: 1, Attempt: 0 } ? new Faulted("broker 2 is gone") : DirectorHarness.Parabola(plan));

        run.Turn();
        run.Director.View.Reason.ShouldBe("trial 1 was faulted and is tried again (2 of at most 5): broker 2 is gone");

        run.Turn();
        run.Director.View.Reason.ShouldBeNull();
    }

    [Fact]
    public void Decide_InfeasibleTrials_CountAndAreNeverTheAnswer()
    {
        var run = new DirectorHarness(
            DirectorHarness.Job(30),
            plan => plan.Configuration["a"].AsNumber() > 6 ? new Infeasible("too much") : DirectorHarness.Parabola(plan));

        var ended = run.Run();

        run.Plans.Count().ShouldBe(30);
        ended.Answer!.Configuration["a"].AsNumber().ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void Decide_WallClockReached_WaitsForTrialsInFlightThenEnds()
    {
        var run = new DirectorHarness(DirectorHarness.Job(100) with { Budget = new Budget(100, TimeSpan.FromSeconds(5)) }, DirectorHarness.Parabola);

        var ended = run.Run();

        run.Plans.Count().ShouldBe(5);
        ended.Answer!.Notes.ShouldContain("The search was cut short: the wall clock ran out in phase 'search' after 5 of 100 measurements.");
    }

    [Fact]
    public void Decide_Paused_StartsNothingUntilResumed()
    {
        var director = DirectorHarness.Create(DirectorHarness.Job(5));
        director.Apply(new JobPaused(TimeSpan.Zero));

        director.Decide(TimeSpan.Zero).ShouldBeOfType<WaitForTrial>();

        director.Apply(new JobResumed(TimeSpan.Zero));
        director.Decide(TimeSpan.Zero).ShouldBeOfType<StartTrial>();
    }

    [Theory]
    [InlineData(0, Verification.Gate, "calibration")]
    [InlineData(25, Verification.Gate, "search")]
    [InlineData(3, Verification.None, "search")]
    public void View_Cancelled_StaysInThePhaseWithNothingInFlight(int turns, Verification verification, string phase)
    {
        var run = new DirectorHarness(DirectorHarness.Job(100, verification), DirectorHarness.Parabola);
        for (var i = 0; i < turns; i++)
        {
            run.Turn();
        }

        run.Happen(new TrialStarted(TimeSpan.FromSeconds(turns), ((StartTrial)run.Director.Decide(TimeSpan.FromSeconds(turns))).Plan));
        run.Happen(new JobEnded(TimeSpan.FromMinutes(2), JobStatus.Cancelled, "asked to"));

        (run.Director.View.Phase, run.Director.View.TrialsInFlight).ShouldBe((phase, 0));
    }

    /// <summary>One measurement of the baseline in the search against its mean in the calibration would be a gain or a loss of nothing.</summary>
    [Fact]
    public void View_BestIsTheBaseline_HasTheBaselinesObjective()
    {
        var run = new DirectorHarness(DirectorHarness.Job(100, Verification.Gate), BestAtTheStart);
        while (run.Director.View.Best is null)
        {
            run.Turn();
        }

        run.Director.View.Best.ShouldBe(run.Spec.Baseline);
        run.Director.View.BestObjective.ShouldBe(run.Director.View.BaselineObjective);
    }

    [Fact]
    public void View_EndedOnTheBaseline_ShowsItsObjectiveAndNotThatOfTheRejected()
    {
        var run = new DirectorHarness(DirectorHarness.Job(100, Verification.Gate), BestAtTheStart);

        run.Run().Answer!.Verdict.ShouldBe(Verdict.Baseline);

        run.Director.View.BestObjective.ShouldBe(run.Director.View.BaselineObjective);
    }

    [Fact]
    public void Answer_UnverifiedBaseline_GainsNothing()
    {
        var run = new DirectorHarness(DirectorHarness.Job(8) with { Cluster = new SimulatedClusterSpec { Noise = 0.02 } }, BestAtTheStart);

        var answer = run.Run().Answer!;

        answer.Configuration.ShouldBe(run.Spec.Baseline);
        answer.Objective.Value.ShouldBe(0);
    }

    /// <summary>The baseline is best by far, and no two measurements of it are alike.</summary>
    private static TrialOutcome BestAtTheStart(TrialPlan plan) =>
        DirectorHarness.Each(plan, 100 - (20 * Math.Abs(plan.Configuration["a"].AsNumber() - 1)) - Math.Abs(plan.Configuration["b"].AsNumber() - 5) - (plan.Number % 5 / 10.0));

    [Fact]
    public void View_Failed_StaysInThePhase()
    {
        var run = new DirectorHarness(DirectorHarness.Job(100, Verification.Gate), _ => new Infeasible("no such topic"));

        run.Run().Status.ShouldBe(JobStatus.Failed);

        run.Director.View.Phase.ShouldBe("calibration");
    }

    [Fact]
    public void Decide_ObjectiveReadsAnUnknownMetric_FailsAndSaysWhich()
    {
        var spec = DirectorHarness.Job(5) with { Objective = new ObjectiveSpec(Goal.Maximize, "goodput", new NameExpression("goodput")) };

        var ended = new DirectorHarness(spec, DirectorHarness.Parabola).Run();

        ended.Reason.ShouldBe(
            "the objective cannot be computed: 'goodput' reads goodput, which was not measured; measured were throughput. "
            + "Write the objective with metrics that the cluster 'simulated' reports");
    }

    [Fact]
    public void Decide_LimitOnMetrics_AnswersTheBestThatMeetsIt()
    {
        var limit = new MetricLimit("throughput <= 90", new NameExpression("throughput"), LimitDirection.AtMost, new LiteralExpression(ParameterValue.Real(90)));
        var spec = DirectorHarness.Job(40);

        var ended = new DirectorHarness(spec with { Objective = spec.Objective with { SubjectTo = [limit] } }, DirectorHarness.Parabola).Run();

        (100 - Math.Pow(ended.Answer!.Configuration["a"].AsNumber() - 7, 2)).ShouldBeLessThanOrEqualTo(90);
    }
}
