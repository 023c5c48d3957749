namespace TuneSearch.Kafka.Load.Producing;

/// <summary>What the client said to a batch; what is neither taken nor refused met a full queue.</summary>
/// <param name="Error">The last refusal's, librdkafka's number; 0 where nothing was refused.</param>
internal readonly record struct BatchResult(int Taken, int Refused, int Error)
{
    /// <summary>RD_KAFKA_RESP_ERR__QUEUE_FULL.</summary>
    public const int QueueFull = -184;
}
