using System.Threading.Channels;

namespace TuneSearch.Kafka.Load;

/// <summary>Takes statistics off the clients' polling threads, which must not parse: a bounded channel that drops the oldest.</summary>
internal sealed class StatisticsChannel
{
    /// <summary>Reports that may wait; with one a second of each client, some seconds of them.</summary>
    private const int Capacity = 64;

    private readonly Channel<string> _reports = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Offer(string json) => _reports.Writer.TryWrite(json);

    /// <summary>Everything that came; ends when the channel is closed.</summary>
    public async Task<StatisticsDigest> DigestAsync()
    {
        var digest = new StatisticsDigest();
        await foreach (var json in _reports.Reader.ReadAllAsync())
        {
            digest.Add(json);
        }

        return digest;
    }

    public void Close() => _reports.Writer.TryComplete();
}
