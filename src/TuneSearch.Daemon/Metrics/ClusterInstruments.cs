using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace TuneSearch.Daemon.Metrics;

/// <summary>What test clusters do.</summary>
internal sealed class ClusterInstruments
{
    public const string Driver = "driver";

    public static readonly InstrumentSpec Apply = new("apply_duration_seconds", InstrumentKind.Histogram, "s", "Time to make a configuration run, failures included.", Driver);
    public static readonly InstrumentSpec Episode = new("episode_duration_seconds", InstrumentKind.Histogram, "s", "Time of one episode, warm-up included.", Driver);
    public static readonly InstrumentSpec Changes = new("applied_changes_total", InstrumentKind.Counter, null, "Settings that applying configurations changed.", Driver);
    public static readonly InstrumentSpec Opened = new("clusters_opened_total", InstrumentKind.Counter, null, "Test clusters that were opened.", Driver);
    public static readonly ImmutableArray<InstrumentSpec> All = [Apply, Episode, Changes, Opened];

    private readonly Histogram<double> _apply;
    private readonly Histogram<double> _episode;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _opened;

    public ClusterInstruments(Instruments instruments)
    {
        _apply = instruments.Histogram(Apply, Buckets.Trials);
        _episode = instruments.Histogram(Episode, Buckets.Trials);
        _changes = instruments.Counter(Changes);
        _opened = instruments.Counter(Opened);
    }

    public void OnOpened(string driver) => _opened.Add(1, Of(driver));

    public void OnApplied(string driver, TimeSpan took, int changes)
    {
        _apply.Record(took.TotalSeconds, Of(driver));
        _changes.Add(changes, Of(driver));
    }

    public void OnEpisode(string driver, TimeSpan took) => _episode.Record(took.TotalSeconds, Of(driver));

    private static KeyValuePair<string, object?> Of(string driver) => new(Driver, driver);
}
