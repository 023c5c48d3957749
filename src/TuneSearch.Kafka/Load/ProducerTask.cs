using System.Collections.Immutable;
using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>What one producer is to do.</summary>
/// <param name="Number">Of the profile, from 0.</param>
/// <param name="Run">Written into every message.</param>
/// <param name="Topics">The profile's topics by name.</param>
internal sealed record ProducerTask(
    ProfilePlan Plan, int Number, uint Run, ImmutableArray<string> Topics, PayloadPool Payloads, MessageFormat Format, Backlog Backlog,
    Action<DeliveryReport<int, Outgoing>> OnReport);
