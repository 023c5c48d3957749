using System.Collections.Immutable;

namespace TuneSearch.Core.Planning;

/// <summary>
/// Plans the smallest change from what runs to what is wanted: dynamic before restart, thread pools in steps the broker accepts,
/// one restart a broker however many of its settings need one. Pure.
/// </summary>
public static class ChangePlanner
{
    /// <summary>The plan by which a configuration comes to count.</summary>
    /// <param name="asFound">What was written before anything was changed; inactive parameters go back to it.</param>
    /// <exception cref="PlanRefusedException">The brokers run thread pools so different that no value is legal for all.</exception>
    public static ChangePlan Plan(ClusterState running, ClusterState asFound, ClusterShape shape, IReadOnlyCollection<WantedSetting> wanted) =>
        Between(running, TargetState.Of(running, asFound, shape, wanted), shape, [.. wanted.Select(w => w.Rule)]);

    /// <summary>
    /// The plan that puts back what an undo list kept. Values that were not there before are deleted, not set. Restarts come first:
    /// a broker that died of its start settings takes no dynamic change before it lives again.
    /// </summary>
    public static ChangePlan Revert(ClusterState running, IEnumerable<SettingEdit> undo, ClusterShape shape, IReadOnlyCollection<SettingRule> rules)
    {
        var forward = Between(running, running.With(undo), shape, rules);
        return forward with { Steps = [.. forward.Steps.OrderBy(step => step is RestartStep ? 0 : 1)] };
    }

    /// <summary>The plan from one state to another.</summary>
    public static ChangePlan Between(ClusterState running, ClusterState target, ClusterShape shape, IReadOnlyCollection<SettingRule> rules)
    {
        var edits = running.EditsTo(target);
        if (edits.IsEmpty)
        {
            return ChangePlan.Empty;
        }

        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        AddIfAny(steps, edits.Where(e => e.Id.Place.Kind == PlaceKind.Hook || (shape.HookSetsKernel && e.Id.Place.Kind == PlaceKind.Kernel)), some => new HookStep(some));
        AddIfAny(steps, edits.Where(e => e.Id.Place.Kind == PlaceKind.Kernel && !shape.HookSetsKernel), some => new KernelStep(some));
        foreach (var round in DynamicRounds.Of(running, [.. edits.Where(e => e.Id.Place.IsDynamic)], shape, rules))
        {
            steps.Add(new AlterStep(round));
        }

        foreach (var broker in shape.Brokers)
        {
            AddIfAny(steps, edits.Where(e => e.Id.Place.NeedsRestart && e.Id.Place.Entity == broker), some => new RestartStep(broker, some));
        }

        return new ChangePlan(steps.ToImmutable(), [.. edits.Select(e => e with { Value = running[e.Id] })]);
    }

    private static void AddIfAny(ImmutableArray<PlanStep>.Builder steps, IEnumerable<SettingEdit> edits, Func<ImmutableArray<SettingEdit>, PlanStep> make)
    {
        ImmutableArray<SettingEdit> some = [.. edits];
        if (!some.IsEmpty)
        {
            steps.Add(make(some));
        }
    }
}
