using Confluent.Kafka;

namespace TuneSearch.Kafka.Load;

/// <summary>Has readers leave their groups, and leaves behind one that does not come back from it.</summary>
/// <remarks>
/// librdkafka 2.15.1 can wait for ever in rd_kafka_consumer_close: the callback of a rebalance asks the group for its protocol (rd_kafka_rebalance_protocol), and one that
/// ended meanwhile never answers. A thread and a client are lost then; with them the trial would be, and its lease of the cluster.
/// </remarks>
internal static class ReaderClosing
{
    /// <summary>It mostly takes a tenth of a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="failed">Is told why a reader did not close in order.</param>
    public static async Task CloseAsync<TKey, TValue>(IConsumer<TKey, TValue> reader, Action<Error> failed, TimeProvider time)
    {
        // On a thread of its own: what may be lost must not be one of the pool's.
        var closing = Task.Factory.StartNew(() => Close(reader, failed), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await closing.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            failed(new Error(ErrorCode.Local_TimedOut, "a consumer did not close and was left behind"));
        }
    }

    private static void Close<TKey, TValue>(IConsumer<TKey, TValue> reader, Action<Error> failed)
    {
        try
        {
            reader.Close();
        }
        catch (KafkaException e)
        {
            failed(e.Error);
        }

        reader.Dispose();
    }
}
