namespace TuneSearch.Daemon.Metrics;

internal enum InstrumentKind
{
    Counter,
    Gauge,
    Histogram,
}
