using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Jobs;

/// <summary>Runs a director against a function, one event at a time; a trial takes a second.</summary>
internal sealed class DirectorHarness
{
    private readonly Func<TrialPlan, TrialOutcome> _measure;
    private readonly List<TrialPlan> _inFlight = [];
    private TimeSpan _now;

    public DirectorHarness(JobSpec spec, Func<TrialPlan, TrialOutcome> measure)
    {
        Spec = spec;
        _measure = measure;
        Director = Create(spec);
    }

    public JobSpec Spec { get; }

    public IJobDirector Director { get; private set; }

    public List<JobEvent> Events { get; } = [];

    public IEnumerable<TrialPlan> Plans => Events.OfType<TrialStarted>().Select(e => e.Plan);

    public static JobSpec Job(int trials, Verification verification = Verification.None, int clusters = 1) =>
        new("job", 42, Space(), new SimulatedClusterSpec { Clusters = clusters }, new ObjectiveSpec(Goal.Maximize, "throughput", new NameExpression("throughput")))
        {
            Budget = new Budget(trials),
            Verification = verification,
        };

    public static SearchSpace Space() => new(
        "space",
        [
            new Parameter("a", ParameterScope.Custom, new RealDomain(0, 10), ParameterValue.Real(1)),
            new Parameter("b", ParameterScope.Custom, new IntegerDomain(0, 10), ParameterValue.Integer(5)),
            new Parameter("c", ParameterScope.Custom, new CategoricalDomain(ValueList.From([ParameterValue.Text("x"), ParameterValue.Text("y")])), ParameterValue.Text("x")),
        ]);

    /// <summary>Best at a = 7: 100, and 1 less for each unit squared away from it.</summary>
    public static TrialOutcome Parabola(TrialPlan plan) => Each(plan, 100 - Math.Pow(plan.Configuration["a"].AsNumber() - 7, 2));

    public static TrialOutcome Each(TrialPlan plan, double throughput) =>
        new Measured([.. plan.Episodes.Select(_ => new Measurement { Metrics = Measurement.NoMetrics.Add("throughput", throughput) })]);

    public static IJobDirector Create(JobSpec spec) => new JobDirectorFactory(new PlainAnnealerFactory(), new MathNetDistributions()).Create(spec);

    /// <summary>Starts all that can be started, ends the oldest trial in flight; false once the job has ended.</summary>
    public bool Turn()
    {
        while (true)
        {
            switch (Director.Decide(_now))
            {
                case StartTrial start:
                    Happen(new TrialStarted(_now, start.Plan));
                    _inFlight.Add(start.Plan);
                    continue;
                case EndJob end:
                    Happen(new JobEnded(_now, end.Status, end.Reason, end.Answer));
                    return false;
            }

            break;
        }

        if (_inFlight.Count == 0)
        {
            return false;
        }

        var plan = _inFlight[0];
        _inFlight.RemoveAt(0);
        _now += TimeSpan.FromSeconds(1);
        Happen(new TrialEnded(_now, plan.Number, _measure(plan), Seconds: 1));
        return true;
    }

    public JobEnded Run()
    {
        while (Turn())
        {
        }

        return (JobEnded)Events[^1];
    }

    /// <summary>As after a crash: a new director that reads the events again.</summary>
    public void Restart()
    {
        Director = Create(Spec);
        foreach (var happened in Events)
        {
            Director.Apply(happened);
        }
    }

    public void Happen(JobEvent happened)
    {
        Events.Add(happened);
        Director.Apply(happened);
    }
}
