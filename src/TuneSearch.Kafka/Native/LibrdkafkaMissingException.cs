using System.Collections.Immutable;

namespace TuneSearch.Kafka.Native;

/// <summary>librdkafka, which Confluent.Kafka stands on, was not found or could not be loaded.</summary>
public sealed class LibrdkafkaMissingException : Exception
{
    internal LibrdkafkaMissingException(ImmutableArray<string> places, string? loaderSays)
        : this(loaderSays is null ? $"was not found at: {string.Join("; ", places)}" : $"could not be loaded from {places[0]}: {loaderSays}")
    {
    }

    private LibrdkafkaMissingException(string why)
        : base($"librdkafka {why}. Run './tunesearch setup', which builds it, or set {LibrdkafkaLocator.Variable} to the full path of librdkafka.so.1.") => Why = why;

    /// <summary>What follows «librdkafka…» in a sentence.</summary>
    internal string Why { get; }
}
