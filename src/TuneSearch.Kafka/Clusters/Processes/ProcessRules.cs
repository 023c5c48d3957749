using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Clusters.Kernel;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>What a job may not ask of brokers that TuneSearch runs itself, each with the way out.</summary>
internal static class ProcessRules
{
    private const int MostBrokers = 3;

    public static IEnumerable<Problem> Check(JobSpec job, ProcessClusterSpec spec, KernelSettings kernel)
    {
        if (spec.Brokers is < 1 or > MostBrokers)
        {
            yield return new Problem("cluster.brokers", $"{spec.Brokers} brokers lies outside 1 to {MostBrokers}, what one machine can run and still measure", $"Write a number from 1 to {MostBrokers}, or use a remote cluster.");
        }

        if (spec.Niceness is < 0 or > 19)
        {
            yield return new Problem("cluster.niceness", $"{spec.Niceness} lies outside 0 to 19", "Write a number from 0 to 19; 0 changes nothing.");
        }

        if (spec.Processors is { } processors && !processors.All(c => char.IsAsciiDigit(c) || c is ',' or '-'))
        {
            yield return new Problem("cluster.processors", $"'{processors}' is no list of processors", "Write numbers and ranges as taskset does: 0-1 or 0,2.");
        }

        foreach (var problem in HookRules.Check(spec.Hooks, isLocal: true)
            .Concat(job.Space.Parameters.SelectMany(p => OfParameter(p, kernel)))
            .Concat(job.Space.Parameters.Where(p => p.Scope == ParameterScope.Jvm).SelectMany(JvmRules.Check)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> OfParameter(Parameter parameter, KernelSettings kernel)
    {
        var where = $"space.parameters.{parameter.Name}";
        switch (parameter.Scope)
        {
            case ParameterScope.Os when !kernel.Allows(parameter.SettingName):
                yield return new Problem(where, $"the kernel setting {parameter.SettingName} is not among those this daemon may change", "Add it to TuneSearch:AllowedSysctls in the daemon's settings, or remove it from the space.");
                break;
            case ParameterScope.Os when !parameter.IsFrozen && kernel.WhyNotUndone(parameter.SettingName) is { } reason:
                yield return new Problem(where, reason, "Take it out of the space.");
                break;
            case ParameterScope.Infra:
                yield return new Problem(where, $"{parameter.Name} has scope infra, and the process cluster has no command that changes infrastructure", "Remove it from the space, or use a remote cluster with cluster.applyCommand.");
                break;
            case ParameterScope.Custom:
                yield return new Problem(where, $"{parameter.Name} has scope custom, which means something to a user's own evaluator only", "Give it a scope, or run the job with driver command.");
                break;
        }
    }
}
