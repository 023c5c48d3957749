using TuneSearch.Kafka.Native;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Kafka.Tests.Native;

/// <summary>The tests move real messages through librdkafka, which './tunesearch setup' builds.</summary>
public sealed class RequiresLibrdkafkaAttribute : RequirementAttribute
{
    public override string? Missing => Librdkafka.IsAvailable ? null : $"librdkafka cannot be used here. {LibrdkafkaMissingException.Remedy}";
}
