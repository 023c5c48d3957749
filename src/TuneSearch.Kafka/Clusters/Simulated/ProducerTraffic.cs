namespace TuneSearch.Kafka.Clusters.Simulated;

/// <param name="MessagesPerBatch">Mean.</param>
/// <param name="BatchBytes">On the wire.</param>
/// <param name="WireBytesPerMessage">After compression.</param>
/// <param name="BatchWait">Longest time that a message waits for its batch, seconds.</param>
/// <param name="ProducerCapacity">Messages a second that the producers' own processors allow.</param>
/// <param name="Partitions">Of all the profile's topics.</param>
internal sealed record ProducerTraffic(
    double MessagesPerBatch, double BatchBytes, double WireBytesPerMessage, double BatchWait, double ProducerCapacity, double Partitions);
