using System.Collections.Immutable;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Consuming;

/// <summary>Makes a consumer of the profile leave its group and come back, at each instant of the plan.</summary>
internal static class RebalanceDriver
{
    public static async Task RunAsync(ProfilePlan plan, ImmutableArray<ConsumerWorker> consumers, MonotonicClock clock, CancellationToken cancellationToken)
    {
        var instants = plan.Rebalances();
        var origin = clock.Now;
        while (instants.Happens && !consumers.IsEmpty && !cancellationToken.IsCancellationRequested)
        {
            await Instant.WaitAsync(clock, origin, instants.NextSeconds(), cancellationToken);
            consumers[instants.Choose(consumers.Length)].Rejoin();
        }
    }
}
