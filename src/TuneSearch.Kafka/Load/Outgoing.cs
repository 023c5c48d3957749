using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>A message on its way: Confluent.Kafka hands it back with the delivery report, so that no map from report to message is needed.</summary>
internal readonly record struct Outgoing(MessageStamp Stamp, byte[] Payload);
