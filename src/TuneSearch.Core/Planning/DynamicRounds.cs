using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Planning;

/// <summary>Orders dynamic edits into as few rounds as the ladder law allows.</summary>
internal static class DynamicRounds
{
    public static IEnumerable<ImmutableArray<SettingEdit>> Of(ClusterState running, ImmutableArray<SettingEdit> edits, ClusterShape shape, IReadOnlyCollection<SettingRule> rules)
    {
        var brokerRules = rules.Where(r => r.Scope == ParameterScope.Broker).DistinctBy(r => r.Name).ToDictionary(r => r.Name, StringComparer.Ordinal);
        var pools = edits.Where(e => IsPool(e, brokerRules)).ToList();
        var plain = edits.Except(pools).ToList();
        var rounds = new List<List<SettingEdit>>();

        // The cluster's value first: a broker's own hides it meanwhile, and lands on the new one when it goes.
        var state = running;
        foreach (var group in pools.GroupBy(e => e.Id.Place.Kind).OrderBy(g => g.Key))
        {
            var from = rounds.Count;
            foreach (var edit in group)
            {
                var steps = Ladder(state, edit, shape, brokerRules[edit.Id.Name]);
                for (var i = 0; i < steps.Count; i++)
                {
                    RoundAt(rounds, from + i).Add(steps[i]);
                }
            }

            state = state.With(group);
        }

        // Limits that pools lean on (a buffer shared by threads) rise before and fall after them.
        foreach (var edit in plain)
        {
            RoundAt(rounds, Falls(running, edit, shape, rules) && rounds.Count > 0 ? rounds.Count - 1 : 0).Add(edit);
        }

        return rounds.Select(round => round.OrderBy(e => e.Id).ToImmutableArray());
    }

    private static bool IsPool(SettingEdit edit, Dictionary<string, SettingRule> brokerRules) =>
        edit.Id.Place.Kind is PlaceKind.Cluster or PlaceKind.Broker && brokerRules.TryGetValue(edit.Id.Name, out var rule) && rule.IsPool;

    private static List<SettingEdit> Ladder(ClusterState state, SettingEdit edit, ClusterShape shape, SettingRule rule)
    {
        var after = state.With(edit);
        var touched = edit.Id.Place.Kind == PlaceKind.Broker
            ? [edit.Id.Place.Entity]
            : shape.Brokers.Where(b => state[Place.Broker(b), rule.Name] is null).ToArray();
        if (touched.Length == 0)
        {
            return [edit];
        }

        var current = touched.Select(b => Size(state, rule, b)).ToArray();
        var rungs = PoolLadder.Rungs(current, [.. touched.Select(b => Size(after, rule, b))])
            ?? throw new PlanRefusedException(
                $"{rule.Name}: the brokers run {string.Join(", ", current)} threads, and no value is at least half and at most double of each; bring them within a factor of four of each other first.");
        return [.. rungs.Select(r => edit with { Value = r.ToString(CultureInfo.InvariantCulture) }), edit];
    }

    private static int Size(ClusterState state, SettingRule rule, string broker) =>
        int.TryParse(state.Effective(rule, broker), NumberStyles.Integer, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new PlanRefusedException($"{rule.Name}: broker {broker} runs '{state.Effective(rule, broker)}' threads, which is no number; set it to a number first.");

    private static bool Falls(ClusterState running, SettingEdit edit, ClusterShape shape, IReadOnlyCollection<SettingRule> rules)
    {
        if (edit.Id.Place.Kind == PlaceKind.Topic || rules.FirstOrDefault(r => r.Name == edit.Id.Name && r.Scope == ParameterScope.Broker) is not { } rule || shape.Brokers.IsEmpty)
        {
            return false;
        }

        var before = SettingText.Number(running.Effective(rule, shape.Brokers[0]));
        var after = SettingText.Number(running.With(edit).Effective(rule, shape.Brokers[0]));
        return after < before;
    }

    private static List<SettingEdit> RoundAt(List<List<SettingEdit>> rounds, int index)
    {
        while (rounds.Count <= index)
        {
            rounds.Add([]);
        }

        return rounds[index];
    }
}
