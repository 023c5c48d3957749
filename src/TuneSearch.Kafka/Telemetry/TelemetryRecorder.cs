using System.Collections.Immutable;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>
/// Watches brokers while an episode runs, and adds what it saw to the episode's telemetry. What the objective names is added to
/// the metrics as well. Names and units are listed in docs/telemetry.md.
/// </summary>
/// <param name="gcLogs">The GC log of each local broker.</param>
/// <param name="inObjective">Names that the job's objective, limits and gate read.</param>
internal sealed class TelemetryRecorder(
    ImmutableSortedDictionary<string, string> gcLogs, TimeProvider clock, PrometheusScraper? prometheus = null, IReadOnlySet<string>? inObjective = null, ProcReader? proc = null)
{
    private readonly ProcReader _proc = proc ?? new ProcReader();

    public async Task<Recorded> RecordAsync(IReadOnlyDictionary<string, int> brokers, Func<Task<TrialOutcome>> run, CancellationToken cancellationToken)
    {
        var tails = gcLogs.Select(log => KeyValuePair.Create(log.Key, new LogTail(log.Value))).ToList();
        var scrapedBefore = await ScrapeAsync(cancellationToken);
        var start = clock.GetTimestamp();
        var before = Snapshot.Take(_proc, brokers);

        var outcome = await run();

        var after = Snapshot.Take(_proc, brokers);
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        if (outcome is not Measured measured || seconds <= 0)
        {
            return new Recorded(outcome, []);
        }

        var gc = tails.ToImmutableSortedDictionary(tail => tail.Key, tail => GcLog.Parse(tail.Value.Read()), StringComparer.Ordinal);
        var seen = Snapshot.Between(before, after, seconds)
            .Concat(OfGc(gc, seconds))
            .Concat(await OfPrometheusAsync(scrapedBefore, seconds, cancellationToken))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new Recorded(
            new Measured([.. measured.Measurements.Select(m => With(m, seen))]),
            [.. gc.Where(broker => broker.Value.FullCollections > 0).Select(broker => broker.Key)]);
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

    private async Task<IEnumerable<KeyValuePair<string, double>>> OfPrometheusAsync(ImmutableSortedDictionary<string, double> before, double seconds, CancellationToken cancellationToken) =>
        (await ScrapeAsync(cancellationToken)).Select(now => IsCounter(now.Key) && before.TryGetValue(now.Key, out var then)
            ? KeyValuePair.Create(now.Key, (now.Value - then) / seconds)
            : now);

    /// <summary>By the format's own convention counters end so; they are told as a rate over the episode.</summary>
    private static bool IsCounter(string series) => series.Split('{')[0].EndsWith("_total", StringComparison.Ordinal);

    private Task<ImmutableSortedDictionary<string, double>> ScrapeAsync(CancellationToken cancellationToken) =>
        prometheus?.ScrapeAsync(cancellationToken) ?? Task.FromResult(Measurement.NoMetrics);

    private Measurement With(Measurement measurement, ImmutableSortedDictionary<string, double> seen) => measurement with
    {
        Telemetry = measurement.Telemetry.SetItems(seen),
        Metrics = measurement.Metrics.SetItems(seen.Where(s => inObjective?.Contains(s.Key) ?? false)),
    };
}
