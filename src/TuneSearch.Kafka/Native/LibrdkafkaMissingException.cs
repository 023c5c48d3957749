using System.Collections.Immutable;

namespace TuneSearch.Kafka.Native;

/// <summary>librdkafka, which Confluent.Kafka stands on, was not found or could not be loaded.</summary>
public sealed class LibrdkafkaMissingException : Exception
{
    /// <summary>Set-up builds the library for the reduced package set; a program of the full set finds it there too.</summary>
    internal const string Remedy =
        $"Run 'TUNESEARCH_PACKAGES=reduced ./tunesearch setup', which builds it, or set {LibrdkafkaLocator.Variable} to the full path of librdkafka.so.1.";

    /// <param name="places">Where it was looked for.</param>
    /// <param name="refused">The files that were there and could not be loaded, each with what the loader said.</param>
    internal LibrdkafkaMissingException(ImmutableArray<string> places, ImmutableArray<string> refused)
        : this(refused.IsEmpty ? $"was not found at: {string.Join("; ", places)}" : $"could not be loaded from {string.Join("; ", refused)}")
    {
    }

    private LibrdkafkaMissingException(string why)
        : base($"librdkafka {why}. {Remedy}") => Why = why;

    /// <summary>What follows «librdkafka…» in a sentence.</summary>
    internal string Why { get; }
}
