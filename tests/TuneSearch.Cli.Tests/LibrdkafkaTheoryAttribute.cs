using TuneSearch.Kafka.Native;

namespace TuneSearch.Cli.Tests;

/// <summary>A test of cases that need the load's clients; where librdkafka is missing it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibrdkafkaTheoryAttribute : TheoryAttribute
{
    public LibrdkafkaTheoryAttribute()
    {
        if (!Librdkafka.IsAvailable)
        {
            Skip = "librdkafka cannot be used here; './tunesearch setup' builds it.";
        }
    }
}
