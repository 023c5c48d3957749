using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Clusters.Hooks;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>What a job may not ask of a cluster it does not own, each with the way out.</summary>
internal static class RemoteRules
{
    public static IEnumerable<Problem> Check(JobSpec job, RemoteClusterSpec spec, Func<string, string?> variable)
    {
        if (spec.BootstrapServers.IsEmpty)
        {
            yield return new Problem("cluster.bootstrapServers", "the remote cluster names no brokers", "Give at least one address: bootstrapServers: [broker-1:9092].");
        }

        if (spec.Clusters != 1)
        {
            yield return new Problem("cluster.clusters", $"{spec.Clusters} trials at once would share one cluster and disturb each other", "Write 1, or leave it out.");
        }

        if (NeedsTokensOfItsOwn(spec.Client))
        {
            yield return new Problem(
                "cluster.client.sasl.mechanism", "the load's producers renew OAUTHBEARER tokens by OIDC only, and with others they fall silent when the first token has expired",
                "Write sasl.oauthbearer.method: oidc with its client id, secret and endpoint, or use SCRAM or PLAIN.");
        }

        foreach (var problem in ClientSecrets.Check(spec.Client, variable).Concat(HookRules.Check(spec.Hooks, isLocal: false)).Concat(job.Space.Parameters.SelectMany(p => OfParameter(p, spec))))
        {
            yield return problem;
        }
    }

    /// <summary>librdkafka renews tokens by itself with OIDC; else it asks whoever polls its events (rdkafka_sasl_oauthbearer.c).</summary>
    private static bool NeedsTokensOfItsOwn(IReadOnlyDictionary<string, string> client) =>
        string.Equals(client.GetValueOrDefault("sasl.mechanism") ?? client.GetValueOrDefault("sasl.mechanisms"), "OAUTHBEARER", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(client.GetValueOrDefault("sasl.oauthbearer.method"), "oidc", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Problem> OfParameter(Parameter parameter, RemoteClusterSpec spec)
    {
        var where = $"space.parameters.{parameter.Name}";
        switch (parameter)
        {
            case { Scope: ParameterScope.Custom }:
                yield return new Problem(where, $"{parameter.Name} has scope custom, which means something to a user's own evaluator only", "Give it a scope, or run the job with driver command.");
                break;
            case { UpdateMode: UpdateMode.Restart } when spec.RestartCommand.IsEmpty:
                yield return new Problem(where, $"{parameter.Name} needs a broker restart, and the job gives no command for that", "Give cluster.restartCommand, or take the parameter out of the space.");
                break;
            case { Scope: ParameterScope.Os or ParameterScope.Infra } when spec.ApplyCommand.IsEmpty:
                yield return new Problem(where, $"{parameter.Name} is changed on the brokers' hosts, and the job gives no command for that", "Give cluster.applyCommand, or take the parameter out of the space.");
                break;
        }
    }
}
