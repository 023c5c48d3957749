namespace TuneSearch.Kafka.Load;

/// <summary>Makes and removes the topics of an episode.</summary>
/// <remarks>A created topic can be produced to at once or the call has failed; deleting what is not there is no error.</remarks>
public interface ITopics
{
    Task CreateAsync(string topic, int partitions, CancellationToken cancellationToken);

    Task DeleteAsync(string topic, CancellationToken cancellationToken);
}
