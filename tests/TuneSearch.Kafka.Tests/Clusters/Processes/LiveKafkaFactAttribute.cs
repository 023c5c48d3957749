using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

/// <summary>A test that runs brokers from the distribution that KAFKA_HOME names; where there is none it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LiveKafkaFactAttribute : FactAttribute
{
    public LiveKafkaFactAttribute()
    {
        if (KafkaDistribution.Find(Environment.GetEnvironmentVariable(KafkaDistribution.Variable)).Problem is { } problem)
        {
            Skip = $"No live Kafka: {problem.Message}. {problem.Remedy}";
        }
        else if (!Librdkafka.IsAvailable)
        {
            Skip = $"No live Kafka: librdkafka cannot be used here. {LibrdkafkaMissingException.Remedy}";
        }
    }
}
