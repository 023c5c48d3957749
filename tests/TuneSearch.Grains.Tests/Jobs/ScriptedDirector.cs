using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Grains.Tests.Jobs;

/// <summary>A director without a mind: so many trials, one a lane at a time; what was invalid or faulted is tried again.</summary>
internal sealed class ScriptedDirector(JobSpec job) : IJobDirector
{
    private static readonly ImmutableSortedDictionary<string, double> Everything = ImmutableSortedDictionary<string, double>.Empty.Add("default", 1);

    private readonly SortedDictionary<int, TrialPlan> _inFlight = [];
    private readonly Queue<TrialPlan> _again = new();
    private int _started;
    private int _done;

    public JobView View { get; private set; } = new(job.Name, JobStatus.Running);

    public int Episodes { get; init; } = 1;

    public FutilityRule? Futility { get; init; }

    public void Apply(JobEvent happened)
    {
        switch (happened)
        {
            case TrialStarted { Plan: var plan }:
                _inFlight[plan.Number] = plan;
                _started = Math.Max(_started, plan.Number);
                _ = _again.TryPeek(out var next) && next.Number == plan.Number ? _again.Dequeue() : null;
                break;
            case TrialEnded ended when _inFlight.Remove(ended.Number, out var plan):
                if (ended.Outcome is Invalid or Faulted)
                {
                    _again.Enqueue(plan with { Attempt = plan.Attempt + 1 });
                }
                else
                {
                    _done++;
                }

                break;
            case JobPaused:
                View = View with { Status = JobStatus.Paused };
                break;
            case JobResumed:
                View = View with { Status = JobStatus.Running };
                break;
            case JobEnded ended:
                View = View with { Status = ended.Status, Reason = ended.Reason };
                break;
        }

        View = View with { TrialsDone = _done, TrialsInFlight = _inFlight.Count, Elapsed = happened.At };
    }

    public JobStep Decide(TimeSpan elapsed)
    {
        if (View.Status == JobStatus.Paused || _inFlight.Count == job.Cluster.Clusters)
        {
            return new WaitForTrial();
        }

        if (_again.TryPeek(out var again))
        {
            return new StartTrial(again);
        }

        return _started < job.Budget.Trials ? new StartTrial(Next())
            : _inFlight.Count > 0 ? new WaitForTrial()
            : new EndJob(JobStatus.Done, null, null);
    }

    private TrialPlan Next()
    {
        var number = _started + 1;
        var configuration = Configuration.Empty.With("linger.ms", ParameterValue.Integer(number));
        var episodes = Enumerable.Range(1, Episodes).Select(seed => new Episode((ulong)seed, Everything, false));
        return new TrialPlan(number, TrialPurpose.Search, configuration, [.. episodes])
        {
            Lane = Enumerable.Range(0, job.Cluster.Clusters).First(lane => _inFlight.Values.All(plan => plan.Lane != lane)),
            Futility = Futility,
        };
    }
}
