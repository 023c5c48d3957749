using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Tells a broker's refusal of a value, which is a fact about the configuration, from everything else that fails.</summary>
internal static class AdminFailure
{
    /// <param name="trouble">What the connection complained of (a password that is wrong); null for nothing.</param>
    public static Exception Of(KafkaException error, string? trouble = null)
    {
        var reason = Reason(error);
        return reason.Code is ErrorCode.InvalidConfig or ErrorCode.InvalidRequest or ErrorCode.PolicyViolation
            ? new SettingRefusedException(reason.Reason, error)
            : new ClusterFaultException($"{reason.Code}: {reason.Reason}{(trouble is null ? string.Empty : $" ({trouble})")}", error);
    }

    /// <summary>The error of the resource that failed; the exception itself says only that some did.</summary>
    private static Error Reason(KafkaException error) => error switch
    {
        IncrementalAlterConfigsException alter => alter.Results.FirstOrDefault(r => r.Error.IsError)?.Error ?? error.Error,
        DescribeConfigsException describe => describe.Results.FirstOrDefault(r => r.Error.IsError)?.Error ?? error.Error,
        CreateTopicsException create => create.Results.FirstOrDefault(r => r.Error.IsError)?.Error ?? error.Error,
        DeleteTopicsException delete => delete.Results.FirstOrDefault(r => r.Error.IsError)?.Error ?? error.Error,
        _ => error.Error,
    };
}
