using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>Follows the episodes of an open cluster and says which closer look is due after each.</summary>
/// <param name="allowance">How often each hook may run; shared by the job's clusters.</param>
internal sealed class HookWatch(ImmutableArray<ClusterHook> hooks, HookAllowance allowance, ObjectiveSpec objective, Configuration baseline)
{
    /// <summary>Fewer episodes of the baseline do not tell its level from one episode's luck.</summary>
    private const int FewestOfBaseline = 2;

    private double _sum;
    private int _count;

    /// <param name="collected">Brokers whose whole heap was collected meanwhile.</param>
    public ImmutableArray<DueHook> Note(Configuration configuration, Measurement measurement, ImmutableSortedSet<string> collected)
    {
        var score = ObjectiveScorer.Score(objective, configuration, [measurement]).Objective;
        var isBaseline = configuration.Equals(baseline);
        if (isBaseline && score is { } level)
        {
            _sum += level;
            _count++;
        }

        var due = ImmutableArray.CreateBuilder<DueHook>();
        for (var i = 0; i < hooks.Length; i++)
        {
            if (ReasonFor(hooks[i], isBaseline ? null : score, collected) is { } reason && allowance.TryTake(i))
            {
                due.Add(new DueHook(hooks[i], i + 1, reason, hooks[i].On == HookTrigger.FullGc ? collected : []));
            }
        }

        return due.ToImmutable();
    }

    private string? ReasonFor(ClusterHook hook, double? score, ImmutableSortedSet<string> collected) => hook.On switch
    {
        HookTrigger.FullGc => collected.IsEmpty ? null : $"full collection on broker {string.Join(", ", collected)}",
        _ => score is { } value && Loss(value) is { } loss && loss > hook.Threshold
            ? string.Create(CultureInfo.InvariantCulture, $"{objective.Text} = {value:G4} is {loss * 100:0.#} % worse than the baseline's {_sum / _count:G4}, more than {hook.Threshold * 100:0.#} %")
            : null,
    };

    /// <summary>Relative to the baseline's mean; null while that is not known, or 0.</summary>
    private double? Loss(double value)
    {
        if (_count < FewestOfBaseline || _sum == 0)
        {
            return null;
        }

        var mean = _sum / _count;
        return (objective.Goal == Goal.Maximize ? mean - value : value - mean) / Math.Abs(mean);
    }
}
