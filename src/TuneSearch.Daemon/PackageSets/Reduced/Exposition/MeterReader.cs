using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>Listens to one meter and keeps what its instruments said, ready to be scraped.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> _series = new();
    private readonly Lock _collecting = new();

    public MeterReader(IMeterFactory factory, string meterName)
    {
        var meter = factory.Create(meterName);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Meters of the same name in other hosts of the process are not ours.
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument, _series.GetOrAdd(instrument, InstrumentSeries.Of));
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        _listener.Start();
    }

    /// <summary>Every family that has a sample, by name.</summary>
    public ImmutableArray<MetricFamily> Collect()
    {
        // Observed values of two scrapes at once would mix.
        lock (_collecting)
        {
            foreach (var series in _series.Values)
            {
                series.BeginObservation();
            }

            _listener.RecordObservableInstruments();
            return [.. _series.Values.Select(series => series.ToFamily()).Where(family => !family.Samples.IsEmpty).OrderBy(family => family.Name, StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _listener.Dispose();
}
