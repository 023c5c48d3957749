using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs;

/// <summary>Folds a job's events and says what comes next. The order of phases and what they decide stand in its <see cref="IFlow"/>.</summary>
/// <remarks>A trial that was started and never ended stays in flight: who finds one after a restart runs it again and reports its end.</remarks>
internal sealed class JobDirector : IJobDirector
{
    private const string Done = "done";

    private readonly JobSpec _spec;
    private readonly IFlow _flow;
    private readonly TrialLedger _ledger;
    private JobStatus _status = JobStatus.Running;
    private TimeSpan _elapsed;
    private JobEnded? _ended;
    private JobView? _view;
    private string _phase;

    public JobDirector(JobSpec spec, IFlow flow)
    {
        _spec = spec;
        _flow = flow;
        _ledger = new TrialLedger(Math.Max(1, spec.Cluster.Clusters));
        _phase = PhaseNow() ?? Done;
    }

    public JobView View => _view ??= Look();

    public void Apply(JobEvent happened)
    {
        _view = null;
        _elapsed = happened.At > _elapsed ? happened.At : _elapsed;
        switch (happened)
        {
            case TrialStarted started:
                if (_ledger.Start(started.Plan))
                {
                    _flow.Started(started.Plan);
                    _phase = PhaseNow() ?? _phase;
                }

                break;
            case TrialEnded trialEnded:
                if (_ledger.End(trialEnded) is { } record)
                {
                    _flow.Ended(record);
                }

                break;
            case JobPaused:
                _status = JobStatus.Paused;
                break;
            case JobResumed:
                _status = JobStatus.Running;
                break;
            case JobEnded jobEnded:
                _status = jobEnded.Status;
                _ended = jobEnded;
                break;
        }
    }

    public JobStep Decide(TimeSpan elapsed)
    {
        if (_ended is { } ended)
        {
            return new EndJob(ended.Status, ended.Reason, ended.Answer);
        }

        if ((_ledger.Failure ?? _flow.Failure) is { } failure)
        {
            return _ledger.InFlight > 0 ? new WaitForTrial() : new EndJob(JobStatus.Failed, failure, null);
        }

        if (_status == JobStatus.Paused)
        {
            return new WaitForTrial();
        }

        var outOfTime = _spec.Budget.WallClock is { } limit && elapsed >= limit;
        if (!outOfTime && NextTrial() is { } plan)
        {
            return new StartTrial(plan);
        }

        return _ledger.InFlight > 0
            ? new WaitForTrial()
            : new EndJob(JobStatus.Done, null, _flow.Answer(WhyCutShort(outOfTime)));
    }

    private TrialPlan? NextTrial()
    {
        if (_ledger.NextRepeat is { } repeat)
        {
            return repeat;
        }

        var affordable = _spec.Budget.Trials - _ledger.Used - _ledger.Reserved;
        while (affordable > 0 && _flow.Current is { } phase)
        {
            foreach (var lane in _ledger.FreeLanes)
            {
                if (phase.Propose(lane, affordable) is { } draft)
                {
                    return draft.Numbered(_ledger.LastNumber + 1, lane);
                }
            }

            // A phase may find out by being asked that it has nothing left.
            if (ReferenceEquals(phase, _flow.Current))
            {
                return null;
            }
        }

        return null;
    }

    private string? WhyCutShort(bool outOfTime) => _flow.Current is not { } phase ? null
        : outOfTime ? $"the wall clock ran out in phase '{phase.Name}' after {_ledger.Used} of {_spec.Budget.Trials} measurements"
        : $"the budget of {_spec.Budget.Trials} measurements ran out in phase '{phase.Name}'";

    private JobView Look()
    {
        var found = _flow.Best;
        var best = _ended?.Answer?.Configuration ?? found?.Configuration;
        return new JobView(_spec.Name, _status)
        {
            Phase = Phase(),
            TrialsDone = _ledger.Used,
            TrialsPlanned = _spec.Budget.Trials,
            TrialsInFlight = _ended is null ? _ledger.InFlight : 0,
            Infeasible = _ledger.Infeasible,
            Invalid = _ledger.Invalid,
            Restarts = _ledger.Restarts,
            Best = best,
            BestObjective = ObjectiveOf(best, found),
            BaselineObjective = _flow.BaselineObjective,
            Temperature = _flow.Temperature,
            Acceptance = _flow.Acceptance,
            Relevance = _flow.Relevance,
            Elapsed = _elapsed,
            TimeLeft = TimeLeft(),
            Notes = _flow.Notes,
            Reason = _ended is { } over ? over.Reason : _ledger.Failure ?? _flow.Failure ?? _ledger.Trouble,
            Answer = _ended?.Answer,
        };
    }

    /// <summary>A job that was broken off has not done the phases that were to come: it stays in the one that it was in.</summary>
    private string Phase() => _ended switch
    {
        null => PhaseNow() ?? Done,
        { Status: JobStatus.Done } => Done,
        _ => PhaseNow() ?? _phase,
    };

    private string? PhaseNow() => _flow.Current?.Name;

    /// <summary>Of the configuration that is shown, by the best evidence of it: the search's own estimate may be of another one, or of the baseline measured once.</summary>
    private double? ObjectiveOf(Configuration? best, Recommendation? found) => best switch
    {
        null => null,
        _ when best.Equals(_spec.Baseline) => _flow.BaselineObjective,
        _ when _ended?.Answer is { Verdict: Verdict.Improved } answer && _flow.BaselineObjective is { } was => RelativeGain.Reached(_spec.Objective.Goal, was, answer.Objective.Value),
        _ => found is null ? null : _spec.Objective.Goal == Objectives.Goal.Maximize ? -found.EstimatedCost : found.EstimatedCost,
    };

    /// <summary>At the pace so far, and never beyond the wall clock.</summary>
    private TimeSpan? TimeLeft()
    {
        if (_ended is not null)
        {
            return TimeSpan.Zero;
        }

        TimeSpan? byPace = _ledger.Used == 0 ? null : _elapsed / _ledger.Used * Math.Max(0, _spec.Budget.Trials - _ledger.Used);
        TimeSpan? byClock = _spec.Budget.WallClock is { } limit ? (limit > _elapsed ? limit - _elapsed : TimeSpan.Zero) : null;
        return byPace is { } pace && byClock is { } clock ? (pace < clock ? pace : clock) : byPace;
    }
}
