namespace TuneSearch.Kafka.Planning;

/// <summary>A broker died of its configuration; the message is in its own words.</summary>
internal sealed class BrokerDiedException(string words) : Exception(words);
