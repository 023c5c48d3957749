using System.Collections.Immutable;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Jobs.Trials;

/// <summary>The trials of a job, folded from its events: which are in flight, which must be run again, what they cost.</summary>
internal sealed class TrialLedger(int lanes)
{
    /// <summary>How often one trial is tried before the job gives up: of an evaluator that fails one time in six not one job of a hundred trials in a hundred ends so.</summary>
    public const int MaxAttempts = 5;

    /// <summary>How often where the measuring went wrong: what else a machine has to do comes and goes.</summary>
    public const int MaxInvalid = 10;

    private readonly SortedDictionary<int, TrialPlan> _inFlight = [];
    private readonly SortedDictionary<int, TrialPlan> _toRepeat = [];
    private (int Number, string Words)? _trouble;

    public int LastNumber { get; private set; }

    /// <summary>Measurements made; an infeasible trial counts as one.</summary>
    public int Used { get; private set; }

    public int Infeasible { get; private set; }

    public int Invalid { get; private set; }

    public int Restarts { get; private set; }

    public int InFlight => _inFlight.Count;

    /// <summary>Measurements that trials in flight or to be repeated will use.</summary>
    public int Reserved => _inFlight.Values.Concat(_toRepeat.Values).Sum(plan => plan.Episodes.Length);

    /// <summary>Why the job cannot go on: one trial failed too often.</summary>
    public string? Failure { get; private set; }

    /// <summary>Why a trial is under way once more; null where the last one that failed has succeeded since.</summary>
    public string? Trouble => _trouble?.Words;

    /// <summary>The first trial that has to be run again and whose lane is free.</summary>
    public TrialPlan? NextRepeat => _toRepeat.Values.FirstOrDefault(plan => IsFree(plan.Lane));

    /// <summary>Lanes without a trial, in order.</summary>
    public IEnumerable<int> FreeLanes => Enumerable.Range(0, lanes).Where(lane => IsFree(lane) && _toRepeat.Values.All(plan => plan.Lane != lane));

    /// <summary>Whether the plan is a new trial rather than another attempt.</summary>
    public bool Start(TrialPlan plan)
    {
        _inFlight[plan.Number] = plan;
        var isNew = !_toRepeat.Remove(plan.Number) && plan.Number > LastNumber;
        LastNumber = Math.Max(LastNumber, plan.Number);
        return isNew;
    }

    /// <summary>The trial's record where something was learnt; null where it is to be run again, was not in flight, or failed for good.</summary>
    public TrialRecord? End(TrialEnded ended)
    {
        if (!_inFlight.Remove(ended.Number, out var plan))
        {
            return null;
        }

        Restarts += ended.Restarts;
        switch (ended.Outcome)
        {
            case Invalid invalid:
                Invalid++;
                Repeat(plan, "invalid", invalid.Reason, MaxInvalid);
                return null;
            case Faulted faulted:
                Repeat(plan, "faulted", faulted.Reason, MaxAttempts);
                return null;
            case Measurements.Infeasible:
                Infeasible++;
                Used++;
                break;
            default:
                Used += MeasurementsOf(ended.Outcome).Length;
                break;
        }

        if (_trouble?.Number == plan.Number)
        {
            _trouble = null;
        }

        return new TrialRecord(plan, ended.Outcome, ended.At, ended.Restarts, ended.Seconds);
    }

    public static ImmutableArray<Measurement> MeasurementsOf(TrialOutcome outcome) => outcome switch
    {
        Measured measured => measured.Measurements,
        Stopped stopped => stopped.Measurements,
        _ => [],
    };

    private bool IsFree(int lane) => _inFlight.Values.All(plan => plan.Lane != lane);

    private void Repeat(TrialPlan plan, string how, string reason, int most)
    {
        if (plan.Attempt + 1 < most)
        {
            _toRepeat[plan.Number] = plan with { Attempt = plan.Attempt + 1 };
            _trouble = (plan.Number, $"trial {plan.Number} was {how} and is tried again ({plan.Attempt + 2} of at most {most}): {reason}");
            return;
        }

        Failure ??= $"trial {plan.Number} was {how} {plan.Attempt + 1} times in a row, the last time because: {reason.TrimEnd('.')}. Mend the cluster and submit the job again";
    }
}
