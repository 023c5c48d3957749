namespace TuneSearch.Kafka.Load;

/// <summary>A message on its way: Confluent.Kafka hands it back with the delivery report, so that no map from report to message is needed.</summary>
/// <remarks>Sixteen bytes: it is copied and kept for every message in flight.</remarks>
/// <param name="Intended">Intended send, nanoseconds of the run's clock.</param>
/// <param name="Sequence">Of the producer, from 0.</param>
/// <param name="Bytes">Size of the payload.</param>
internal readonly record struct Outgoing(long Intended, int Sequence, int Bytes);
