using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>Brokers of somebody else's machines, as the plan executor handles them: by the admin protocol and by the user's commands.</summary>
internal sealed class RemoteBrokers(
    BrokerAdmin admin, RemoteClusterSpec spec, ImmutableArray<string> brokers, UserCommand command, ValueMemory memory, PoolRecall recall, TimeProvider clock) : IClusterControl
{
    private static readonly TimeSpan MetadataTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RestartTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Price an hour that the apply command last named.</summary>
    public double? Price { get; private set; }

    /// <summary>Of brokers that do not serve only what was last written to them is known.</summary>
    public async Task<ClusterState> ReadAsync(CancellationToken cancellationToken)
    {
        var serving = await ServingAsync(cancellationToken);
        return memory.Add(await admin.ReadAsync(brokers.Where(serving.Contains), cancellationToken), serving);
    }

    public Task ValidateAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) =>
        admin.AlterAsync(edits, validateOnly: true, cancellationToken);

    public Task AlterAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) =>
        admin.AlterAsync(edits, validateOnly: false, cancellationToken);

    public async Task RestartAsync(string broker, ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        if (spec.RestartCommand.IsEmpty)
        {
            throw new SettingRefusedException($"{string.Join(", ", edits)} needs a restart, and the job gives no cluster.restartCommand.");
        }

        memory.Remember(edits);
        await command.RunAsync([.. spec.RestartCommand.Select(word => word.Replace("{broker}", broker, StringComparison.Ordinal))], HookLine.Restart(broker, edits), cancellationToken);
        await AwaitHealthAsync(cancellationToken);
        await recall.RecallAsync(broker, cancellationToken);
    }

    public Task WriteKernelAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) => CallHookAsync(edits, cancellationToken);

    public async Task CallHookAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        if (spec.ApplyCommand.IsEmpty)
        {
            throw new SettingRefusedException($"{string.Join(", ", edits)} is changed by a command of yours, and the job gives no cluster.applyCommand.");
        }

        memory.Remember(edits);
        Price = HookLine.Price(await command.RunAsync(spec.ApplyCommand, HookLine.Apply(edits), cancellationToken)) ?? Price;
    }

    public async Task<string?> FindIllnessAsync(CancellationToken cancellationToken) =>
        (await admin.ReadHealthAsync(MetadataTimeout, cancellationToken)).IllnessAmong(brokers);

    private async Task<IReadOnlySet<string>> ServingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await admin.ReadHealthAsync(MetadataTimeout, cancellationToken)).Brokers;
        }
        catch (ClusterFaultException)
        {
            return ImmutableHashSet<string>.Empty;
        }
    }

    /// <summary>One broker at a time: the next may restart only when every replica has caught up.</summary>
    private async Task AwaitHealthAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        string illness;
        do
        {
            await Task.Delay(PollInterval, clock, cancellationToken);
            try
            {
                if (await FindIllnessAsync(cancellationToken) is not { } found)
                {
                    return;
                }

                illness = found;
            }
            catch (ClusterFaultException notYet)
            {
                illness = notYet.Message;
            }
        }
        while (clock.GetElapsedTime(start) < RestartTimeout);

        throw new ClusterFaultException($"Not healthy {RestartTimeout.TotalMinutes:0} minutes after the restart: {illness}.");
    }
}
