using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Leads a broker that was started again back to its dynamic thread counts where it has not taken them.</summary>
/// <remarks>
/// Seen with Kafka 4.0.0 (KRaft): a broker holds what it finds at its start to the law of changes too, at most double and at least half of
/// its file's, and where one value breaks it takes none of its own; DescribeConfigs shows them all the same. Whoever sets a value that it
/// has loses nothing, so the broker itself is asked, by a change that is only validated.
/// </remarks>
/// <param name="pools">The rules of thread pools.</param>
internal sealed class PoolRecall(BrokerAdmin admin, IEnumerable<SettingRule> pools, TimeProvider clock)
{
    /// <summary>A controller has a step before the broker has taken it, which then refuses the next.</summary>
    private static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private readonly ImmutableArray<SettingRule> _pools = [.. pools];

    public async Task RecallAsync(string broker, CancellationToken cancellationToken)
    {
        var climbs = ClimbsOf(broker, await admin.ReadAsync([broker], cancellationToken));
        if (climbs.IsEmpty || await IsTakenAsync(climbs, cancellationToken))
        {
            return;
        }

        // All pools at once: a broker validates what it has of them together.
        for (var step = 0; step < climbs.Max(climb => climb.Steps.Length); step++)
        {
            var now = step;
            await StepAsync([.. climbs.Select(climb => climb.At(now))], cancellationToken);
        }
    }

    private async Task StepAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        for (var start = clock.GetTimestamp(); ;)
        {
            try
            {
                await admin.AlterAsync(edits, validateOnly: false, cancellationToken);
                return;
            }
            catch (SettingRefusedException refusal) when (clock.GetElapsedTime(start) >= StepTimeout)
            {
                // A step of the ladder breaks no law: the broker, and not the configuration under trial, is in the way.
                throw new ClusterFaultException($"The broker does not take its thread counts again after a restart: {refusal.Message}", refusal);
            }
            catch (SettingRefusedException)
            {
                await Task.Delay(RetryInterval, clock, cancellationToken);
            }
        }
    }

    private async Task<bool> IsTakenAsync(ImmutableArray<Climb> climbs, CancellationToken cancellationToken)
    {
        try
        {
            await admin.AlterAsync([.. climbs.Select(climb => climb.At(int.MaxValue))], validateOnly: true, cancellationToken);
            return true;
        }
        catch (SettingRefusedException)
        {
            return false;
        }
    }

    /// <summary>From what the broker starts with to its dynamic value, for each pool that has one.</summary>
    private ImmutableArray<Climb> ClimbsOf(string broker, ClusterState state) =>
    [
        .. from pool in _pools
           let id = new SettingId(Place.Broker(broker), pool.Name)
           let wanted = Number(state[id])
           let start = Number(state[Place.Cluster, pool.Name] ?? state[Place.Properties(broker), pool.Name] ?? pool.Default)
           where wanted is not null && start is not null
           select new Climb(id, [.. PoolLadder.Rungs([start.Value], [wanted.Value]) ?? [], wanted.Value]),
    ];

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Climb(SettingId Id, ImmutableArray<int> Steps)
    {
        /// <summary>The value after so many steps; the last one after all.</summary>
        public SettingEdit At(int step) => new(Id, Steps[Math.Min(step, Steps.Length - 1)].ToString(CultureInfo.InvariantCulture));
    }
}
