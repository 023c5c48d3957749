using System.Collections.Immutable;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Planning;

/// <summary>The hands of the plan executor: reads and changes one cluster.</summary>
/// <remarks>
/// Every call either did what it says or throws: <see cref="SettingRefusedException"/> where the cluster will not have a value,
/// <see cref="BrokerDiedException"/> where a broker did not survive one, <see cref="ClusterFaultException"/> for everything that is
/// not the configuration's fault. A call that threw may have changed part of what it was asked to.
/// </remarks>
internal interface IClusterControl
{
    /// <summary>Every value written anywhere, as the brokers themselves report it now.</summary>
    Task<ClusterState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Asks the brokers whether they would take these dynamic edits, and changes nothing.</summary>
    Task ValidateAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken);

    /// <summary>Makes dynamic edits. They may come to count a moment later.</summary>
    Task AlterAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken);

    /// <summary>Restarts one broker with its start settings edited; returns when it serves and its replicas are in sync.</summary>
    Task RestartAsync(string broker, ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken);

    Task WriteKernelAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken);

    Task CallHookAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken);

    /// <summary>Null where every broker serves and every replica is in sync; else what is wrong.</summary>
    Task<string?> FindIllnessAsync(CancellationToken cancellationToken);
}
