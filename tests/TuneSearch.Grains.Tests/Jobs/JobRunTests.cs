using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Grains.Jobs;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Jobs;

public sealed class JobRunTests
{
    private static readonly TimeSpan At = TimeSpan.FromSeconds(3);

    [Fact]
    public void Advance_AFreshJobOfTwoLanes_StartsATrialInEach()
    {
        var stride = Run(trials: 5, lanes: 2).Advance([], At);

        stride.Launches.Select(plan => (plan.Number, plan.Lane)).ShouldBe([(1, 0), (2, 1)]);
        stride.Events.ShouldBe(stride.Launches.Select(plan => new TrialStarted(At, plan)));
    }

    [Fact]
    public void Advance_AfterATrial_StoresItsEndAndTheNextStartTogether()
    {
        var run = Run(trials: 2);
        run.Advance([], TimeSpan.Zero);

        var stride = run.Advance([Ended(1)], At);

        stride.Events.Select(happened => happened.GetType()).ShouldBe([typeof(TrialEnded), typeof(TrialStarted)]);
        run.Version.ShouldBe(3);
        run.IsInFlight(1, 0).ShouldBeFalse();
        run.IsInFlight(2, 0).ShouldBeTrue();
        run.IsInFlight(2, 1).ShouldBeFalse();
    }

    [Fact]
    public void Advance_AfterTheLastTrial_EndsTheJobOnce()
    {
        var run = Run(trials: 1);
        run.Advance([], TimeSpan.Zero);

        run.Advance([Ended(1)], At).Events[^1].ShouldBe(new JobEnded(At, JobStatus.Done));

        run.IsOver.ShouldBeTrue();
        run.Advance([], At).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Replay_OfItsOwnEvents_GivesTheSameRun()
    {
        var run = Run(trials: 3);
        var events = run.Advance([], TimeSpan.Zero).Events.AddRange(run.Advance([Ended(1)], At).Events);

        var again = Run(trials: 3);
        again.Replay(events);

        (again.Version, again.Elapsed, again.IsPaused, again.IsOver).ShouldBe((run.Version, run.Elapsed, run.IsPaused, run.IsOver));
        again.InFlight.Select(plan => plan.Number).ShouldBe([2]);
        again.Advance([], At).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Advance_WithADirectorThatForgetsWhatItStarted_EndsTheJobWithTheReason()
    {
        var run = new JobRun(new FailingDirector(_ => new StartTrial(new TrialPlan(1, TrialPurpose.Search, Configuration.Empty, []))));

        run.Advance([], At).Events[^1].ShouldBe(new JobEnded(
            At,
            JobStatus.Failed,
            "the search could not decide what comes next: trial 1 was to be started while it is in flight. Please report this together with the job's events"));
    }

    [Fact]
    public void Advance_WithADirectorThatThrows_EndsTheJobWithTheReason()
    {
        var run = new JobRun(new FailingDirector(_ => throw new ArithmeticException("the matrix is singular")));

        run.Advance([], At).Events.ShouldBe([new JobEnded(
            At,
            JobStatus.Failed,
            "the search could not decide what comes next: the matrix is singular. Please report this together with the job's events")]);
    }

    [Fact]
    public void MeasuringClock_WhileStopped_StandsStill()
    {
        var time = new ManualTime();
        var clock = new MeasuringClock(time);
        clock.SetUsed(TimeSpan.FromSeconds(10));
        clock.Start();
        time.Advance(TimeSpan.FromSeconds(5));
        clock.Stop();
        time.Advance(TimeSpan.FromSeconds(100));
        clock.Start();
        clock.Start();
        time.Advance(TimeSpan.FromSeconds(2));

        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(17));
    }

    private static TrialEnded Ended(int number) => new(At, number, new Measured([]));

    private static JobRun Run(int trials, int lanes = 1) => new(new ScriptedDirector(
        new JobSpec("a", 1, new SearchSpace("test", []), new SimulatedClusterSpec { Clusters = lanes }, new ObjectiveSpec(Goal.Maximize, "throughput", null!))
        {
            Budget = new Budget(trials),
        }));

    private sealed class FailingDirector(Func<TimeSpan, JobStep> decide) : IJobDirector
    {
        public JobView View => new("failing", JobStatus.Running);

        public void Apply(JobEvent happened)
        {
            // It forgets.
        }

        public JobStep Decide(TimeSpan elapsed) => decide(elapsed);
    }
}
