using System.Collections.Immutable;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

/// <summary>Stands for kill -9 in the middle of a plan: the given change is made, and then nothing of the executor runs any more.</summary>
internal sealed class KillingControl(IClusterControl inner, int killedAfter) : IClusterControl
{
    private int _changes;

    public Task<ClusterState> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    public Task ValidateAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) => inner.ValidateAsync(edits, cancellationToken);

    public async Task AlterAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        await inner.AlterAsync(edits, cancellationToken);
        Count();
    }

    public async Task RestartAsync(string broker, ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        await inner.RestartAsync(broker, edits, cancellationToken);
        Count();
    }

    public Task WriteKernelAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) => inner.WriteKernelAsync(edits, cancellationToken);

    public Task CallHookAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) => inner.CallHookAsync(edits, cancellationToken);

    public Task<string?> FindIllnessAsync(CancellationToken cancellationToken) => inner.FindIllnessAsync(cancellationToken);

    private void Count()
    {
        if (++_changes == killedAfter)
        {
            throw new KilledException();
        }
    }

    public sealed class KilledException : Exception;
}
