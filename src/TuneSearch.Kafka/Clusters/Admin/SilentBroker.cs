namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>A broker that does not answer, and the client's words for it.</summary>
internal sealed record SilentBroker(string Broker, string Words);
