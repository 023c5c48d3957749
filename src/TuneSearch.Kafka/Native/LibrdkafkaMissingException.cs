using System.Collections.Immutable;

namespace TuneSearch.Kafka.Native;

/// <summary>librdkafka, which Confluent.Kafka stands on, was not found or could not be loaded.</summary>
public sealed class LibrdkafkaMissingException : Exception
{
    internal LibrdkafkaMissingException(ImmutableArray<string> places, string? loaderSays)
        : base($"librdkafka {(loaderSays is null ? "was not found" : $"could not be loaded: {loaderSays}")}. Looked at: {string.Join("; ", places)}. "
            + $"Run './tunesearch setup', which builds it, or set {LibrdkafkaLocator.Variable} to the full path of librdkafka.so.1.")
    {
    }
}
