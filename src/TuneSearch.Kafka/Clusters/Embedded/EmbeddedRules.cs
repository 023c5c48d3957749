using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Clusters.Embedded;

/// <summary>What a job may not ask of the mock cluster, each with the way out.</summary>
internal static class EmbeddedRules
{
    private const string OtherDrivers = "or run the job with driver process, remote or simulated";
    private const int MostBrokers = 16;

    public static IEnumerable<Problem> Check(JobSpec job, IClientSettingNames names) =>
        job.Cluster is EmbeddedClusterSpec spec
            ? [.. OfCluster(spec), .. job.Space.Parameters.SelectMany(parameter => OfParameter(parameter, names)), .. job.Profiles.SelectMany(OfProfile)]
            : [new Problem("cluster", $"the embedded driver was given the settings of driver {job.Cluster.Driver}", "Write cluster: { driver: embedded }.")];

    private static IEnumerable<Problem> OfCluster(EmbeddedClusterSpec spec)
    {
        if (spec.Brokers is < 1 or > MostBrokers)
        {
            yield return new Problem("cluster.brokers", $"{spec.Brokers} brokers lies outside 1 to {MostBrokers}, what one mock thread can serve", "Write a number from 1 to 16.");
        }

        if (spec.RoundTripTime < TimeSpan.Zero || spec.RoundTripTime.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            yield return new Problem("cluster.roundTripTime", $"{spec.RoundTripTime.TotalMilliseconds} ms is not a whole number of milliseconds, which is all the mock brokers know", "Write whole milliseconds, 0 or more.");
        }

        if (spec.Clusters < 1)
        {
            yield return new Problem("cluster.clusters", $"{spec.Clusters} clusters is less than 1", "Write 1 or more.");
        }
    }

    private static IEnumerable<Problem> OfParameter(Parameter parameter, IClientSettingNames names)
    {
        var where = $"space.parameters.{parameter.Name}";
        switch (parameter.Scope)
        {
            case ParameterScope.Producer or ParameterScope.Consumer:
                if (names.Translate(parameter.Scope, parameter.SettingName, parameter.Default) is null)
                {
                    yield return new Problem(where, $"{parameter.Name} is no setting of librdkafka, whose clients make the load", $"Remove it from the space, {OtherDrivers}.");
                }

                break;
            case ParameterScope.Topic:
                if (!ClientSettingsMapper.PartitionParameters.Contains(parameter.SettingName))
                {
                    yield return new Problem(where, $"{parameter.Name} is a topic setting, and topics of the mock brokers have none but their number of partitions", $"Keep 'partitions' only, {OtherDrivers}.");
                }
                else if (parameter.Domain is not (IntegerDomain or OrdinalDomain))
                {
                    yield return new Problem(where, $"{parameter.Name} is {parameter.Domain}, but a topic has a whole number of partitions", "Make it type integer or ordinal.");
                }

                break;
            default:
                yield return new Problem(where, $"{parameter.Name} has scope {parameter.Scope.ToString().ToLowerInvariant()}, and the mock brokers of driver embedded have no such settings: they run in this process, without JVM, disk or configuration", $"Keep scopes producer, consumer and topic ('partitions'), {OtherDrivers}.");
                break;
        }
    }

    private static IEnumerable<Problem> OfProfile(Profile profile)
    {
        if (profile.Transactions is { AbortRate: > 0 } transactions)
        {
            yield return new Problem($"profiles.{profile.Name}.transactions.abortRate", $"{transactions.AbortRate} of the transactions abort, and the mock brokers show readers what was aborted", $"Set abortRate to 0, {OtherDrivers}.");
        }
    }
}
