using System.Globalization;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Planning;

/// <summary>A random cluster and a random wish, from a seed.</summary>
internal sealed record PlanningCase(ClusterShape Shape, IReadOnlyList<SettingRule> Rules, ClusterState Running, IReadOnlyList<WantedSetting> Wanted)
{
    private static readonly SettingRule[] AllRules =
    [
        new("num.io.threads", ParameterScope.Broker, UpdateMode.ClusterWide, "8") { IsPool = true },
        new("num.network.threads", ParameterScope.Broker, UpdateMode.ClusterWide, "3") { IsPool = true },
        new("log.cleaner.threads", ParameterScope.Broker, UpdateMode.ClusterWide, "1") { IsPool = true },
        new("log.cleaner.dedupe.buffer.size", ParameterScope.Broker, UpdateMode.ClusterWide, "134217728"),
        new("max.connections.per.ip", ParameterScope.Broker, UpdateMode.PerBroker, "2147483647"),
        new("queued.max.requests", ParameterScope.Broker, UpdateMode.Restart, "500"),
        new("log.segment.bytes", ParameterScope.Broker, UpdateMode.ClusterWide, "1073741824"),
        new("heap", ParameterScope.Jvm, UpdateMode.Restart, "1024"),
        new("segment.bytes", ParameterScope.Topic, UpdateMode.Topic, "1073741824") { BrokerSynonym = "log.segment.bytes" },
        new("vm.swappiness", ParameterScope.Os, UpdateMode.Sysctl, null),
        new("filesystem", ParameterScope.Infra, UpdateMode.Hook, null),
        new("linger.ms", ParameterScope.Producer, UpdateMode.Client, "5"),
    ];

    public static PlanningCase From(int seed)
    {
        var random = new Random(seed);
        var shape = new ClusterShape([.. Enumerable.Range(1, random.Next(1, 4)).Select(i => i.ToString(CultureInfo.InvariantCulture))], ["orders", "clicks"]) { WritesClusterDefault = random.Next(2) == 0 };
        var state = ClusterState.Empty;
        foreach (var rule in AllRules.Where(r => r.UpdateMode is UpdateMode.ClusterWide or UpdateMode.PerBroker))
        {
            // Sizes of different brokers stay within a factor of four of each other, as a plan needs them.
            var size = random.Next(4, 40);
            if (random.Next(3) == 0)
            {
                state = state.With(new SettingEdit(new SettingId(Place.Cluster, rule.Name), Text(size)));
            }

            foreach (var broker in shape.Brokers)
            {
                state = random.Next(4) == 0
                    ? state.With(new SettingEdit(new SettingId(Place.Broker(broker), rule.Name), Text(random.Next(size, 2 * size))))
                    : state.With(new SettingEdit(new SettingId(Place.Properties(broker), rule.Name), Text(random.Next(size, 2 * size))));
            }
        }

        foreach (var topic in shape.Topics.Where(_ => random.Next(2) == 0))
        {
            state = state.With(new SettingEdit(new SettingId(Place.Topic(topic), "segment.bytes"), Text(random.Next(1, 1 << 30))));
        }

        var wanted = AllRules.Where(_ => random.Next(4) > 0).Select(r => new WantedSetting(r, random.Next(6) == 0 ? null : Text(random.Next(1, 64))));
        return new PlanningCase(shape, AllRules, state, [.. wanted]);
    }

    public ChangePlan Plan() => ChangePlanner.Plan(Running, Running, Shape, Wanted);

    /// <summary>Takes the plan's steps as a broker would, refusing what the ladder law refuses.</summary>
    public ClusterState Take(ClusterState state, ChangePlan plan)
    {
        foreach (var step in plan.Steps)
        {
            var next = state.With(step.Edits);
            if (step is AlterStep)
            {
                foreach (var (rule, broker) in Rules.Where(r => r.IsPool).SelectMany(r => Shape.Brokers.Select(b => (r, b))))
                {
                    var (now, then) = (int.Parse(state.Effective(rule, broker)!, CultureInfo.InvariantCulture), int.Parse(next.Effective(rule, broker)!, CultureInfo.InvariantCulture));
                    PoolLadder.IsLegal(now, then).ShouldBeTrue($"{rule.Name} on broker {broker}: {now} to {then}\n{plan.Describe()}");
                }
            }

            state = next;
        }

        return state;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
