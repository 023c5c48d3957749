using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Looks at brokers at the beginning and at the end of one episode's measured window. Names and units are listed in docs/kafka.md.</summary>
/// <param name="gcLogs">The GC log of each local broker.</param>
/// <param name="brokers">The process of each local broker.</param>
internal sealed class BrokerWatch(
    ImmutableSortedDictionary<string, string> gcLogs, IReadOnlyDictionary<string, int> brokers, ProcReader proc, PrometheusScraper? prometheus, TimeProvider clock) : IWindowObserver
{
    private readonly ImmutableSortedDictionary<string, LogTail> _episode = Tails(gcLogs);
    private ImmutableSortedDictionary<string, LogTail> _window = Tails(gcLogs);
    private ImmutableSortedDictionary<string, double> _scraped = Measurement.NoMetrics;
    private long _scrapedAt;
    private Snapshot? _before;
    private long _start;

    /// <summary>What was seen over the window; empty before its end.</summary>
    public ImmutableSortedDictionary<string, double> Seen { get; private set; } = Measurement.NoMetrics;

    /// <summary>Brokers whose collector stopped them for the whole heap, in the window or outside it.</summary>
    public ImmutableSortedSet<string> Collected =>
        _episode.Where(tail => GcLog.Parse(tail.Value.Read()).FullCollections > 0).Select(tail => tail.Key).ToImmutableSortedSet(StringComparer.Ordinal);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _scraped = await ScrapeAsync(cancellationToken);
        _scrapedAt = clock.GetTimestamp();
        _window = Tails(gcLogs);
        _start = clock.GetTimestamp();
        _before = Snapshot.Take(proc, brokers);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_before is not { } before || clock.GetElapsedTime(_start).TotalSeconds is not (> 0 and var seconds))
        {
            return;
        }

        var after = Snapshot.Take(proc, brokers);
        var gc = _window.ToImmutableSortedDictionary(tail => tail.Key, tail => GcLog.Parse(tail.Value.Read()), StringComparer.Ordinal);
        Seen = Snapshot.Between(before, after, seconds)
            .Concat(OfGc(gc, seconds))
            .Concat(await OfPrometheusAsync(cancellationToken))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, double>> OfGc(ImmutableSortedDictionary<string, GcSummary> brokers, double seconds)
    {
        if (brokers.IsEmpty)
        {
            yield break;
        }

        var gc = brokers.Values.Aggregate((a, b) => a.Add(b));
        yield return new(TelemetryNames.GcPauses, gc.Pauses);
        yield return new(TelemetryNames.GcPauseMax, gc.LongestPause);
        yield return new(TelemetryNames.GcPauseRatio, gc.PausedSeconds / seconds / brokers.Count);
        yield return new(TelemetryNames.GcFullCollections, gc.FullCollections);
        foreach (var (broker, own) in brokers.Where(_ => brokers.Count > 1))
        {
            yield return new(TelemetryNames.OfBroker(TelemetryNames.GcPauseMax, broker), own.LongestPause);
            yield return new(TelemetryNames.OfBroker(TelemetryNames.GcFullCollections, broker), own.FullCollections);
        }
    }

    private async Task<IEnumerable<KeyValuePair<string, double>>> OfPrometheusAsync(CancellationToken cancellationToken)
    {
        var scraped = await ScrapeAsync(cancellationToken);
        var seconds = clock.GetElapsedTime(_scrapedAt).TotalSeconds;
        return scraped.Select(now => IsCounter(now.Key) && _scraped.TryGetValue(now.Key, out var then)
            ? KeyValuePair.Create(now.Key, (now.Value - then) / seconds)
            : now);
    }

    /// <summary>By the format's own convention counters end so; they are told as a rate over the window.</summary>
    private static bool IsCounter(string series) => series.Split('{')[0].EndsWith("_total", StringComparison.Ordinal);

    private Task<ImmutableSortedDictionary<string, double>> ScrapeAsync(CancellationToken cancellationToken) =>
        prometheus?.ScrapeAsync(cancellationToken) ?? Task.FromResult(Measurement.NoMetrics);

    private static ImmutableSortedDictionary<string, LogTail> Tails(ImmutableSortedDictionary<string, string> gcLogs) =>
        gcLogs.ToImmutableSortedDictionary(log => log.Key, log => new LogTail(log.Value), StringComparer.Ordinal);
}
