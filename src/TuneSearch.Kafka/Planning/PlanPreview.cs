using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Planning;

/// <summary>The plan from one configuration of a job to another, told from the job alone: no cluster is asked. Pure.</summary>
public static class PlanPreview
{
    /// <summary>A line a step; then what clients and new topics take over by themselves.</summary>
    public static string Text(JobSpec job, Configuration before, Configuration after)
    {
        var catalogue = CatalogueReader.Read(CatalogueReader.Versions[^1]);
        var shape = new ClusterShape(BrokersOf(job.Cluster), []) { WritesClusterDefault = false, HookSetsKernel = job.Cluster is RemoteClusterSpec };
        var running = TargetState.Of(ClusterState.Empty, ClusterState.Empty, shape, SettingRules.Wanted(job.Space, before, catalogue));
        var plan = ChangePlanner.Plan(running, ClusterState.Empty, shape, SettingRules.Wanted(job.Space, after, catalogue));
        var outside = Outside(job.Space, before, after).ToList();
        return (plan.IsEmpty && outside.Count > 0 ? "nothing to change on brokers and hosts\n" : plan.Describe()) + string.Concat(outside.Select(line => $"-  {line}\n"));
    }

    /// <summary>How many brokers a remote cluster has, only it knows; the plan for one stands for all.</summary>
    private static ImmutableArray<string> BrokersOf(ClusterSpec cluster)
    {
        var brokers = cluster switch
        {
            ProcessClusterSpec process => process.Brokers,
            SimulatedClusterSpec simulated => simulated.Brokers,
            _ => 1,
        };
        return [.. Enumerable.Range(1, brokers).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<string> Outside(SearchSpace space, Configuration before, Configuration after) =>
        from parameter in space.Parameters
        where parameter.Scope is ParameterScope.Producer or ParameterScope.Consumer or ParameterScope.Topic
        let value = Written(after, parameter.Name)
        where value != Written(before, parameter.Name)
        select $"{(parameter.Scope == ParameterScope.Topic ? "topics are made with" : $"{parameter.Scope.ToString().ToLowerInvariant()}s start with")} {parameter.SettingName} = {value ?? "its default"}";

    private static string? Written(Configuration configuration, string name) => configuration.TryGet(name, out var value) ? value.ToString() : null;
}
