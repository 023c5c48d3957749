using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;

using Prometheus;

using TuneSearch.Daemon.Metrics;

using PrometheusMetrics = Prometheus.Metrics;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>Feeds a prometheus-net registry from the meter.</summary>
/// <remarks>
/// prometheus-net's own MeterAdapter (8.2.1) makes gauges of all counters, writes types into the help texts and drops what did not change for
/// five minutes; with it the two package sets would differ and promtool would complain.
/// </remarks>
internal sealed class MeterBridge : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ImmutableDictionary<string, InstrumentSpec> _specs = InstrumentCatalogue.All.ToImmutableDictionary(spec => spec.Name, StringComparer.Ordinal);
    private readonly MetricFactory _factory;
    private ImmutableList<ObservedGauge> _gauges = [];

    public MeterBridge(IMeterFactory meters, string meterName)
    {
        Registry = PrometheusMetrics.NewCustomRegistry();
        _factory = PrometheusMetrics.WithCustomRegistry(Registry);
        var meter = meters.Create(meterName);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter) && _specs.TryGetValue(instrument.Name, out var spec))
            {
                listener.EnableMeasurementEvents(instrument, Sink(instrument, spec));
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((Action<double, string[]>)state!)(value, Values(tags)));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((Action<double, string[]>)state!)(value, Values(tags)));
        _listener.Start();
        Registry.AddBeforeCollectCallback(Observe);
    }

    public CollectorRegistry Registry { get; }

    public void Dispose() => _listener.Dispose();

    private Action<double, string[]> Sink(Instrument instrument, InstrumentSpec spec)
    {
        var name = Instruments.PrometheusName(spec);
        switch (instrument)
        {
            case Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds }:
                var histogram = _factory.CreateHistogram(name, spec.Help, spec.Labels, new HistogramConfiguration { Buckets = [.. bounds] });
                return (value, labels) => histogram.WithLabels(labels).Observe(value);
            case ObservableCounter<double>:
                var told = _factory.CreateCounter(name, spec.Help, spec.Labels);
                return (value, labels) => told.WithLabels(labels).IncTo(value);
            case Counter<long>:
                var counter = _factory.CreateCounter(name, spec.Help, spec.Labels);
                return (value, labels) => counter.WithLabels(labels).Inc(value);
            default:
                var gauge = new ObservedGauge(_factory.CreateGauge(name, spec.Help, spec.Labels));
                ImmutableInterlocked.Update(ref _gauges, gauges => gauges.Add(gauge));
                return gauge.Set;
        }
    }

    private void Observe()
    {
        // One collection at a time: prometheus-net may be scraped twice at once.
        lock (_listener)
        {
            foreach (var gauge in _gauges)
            {
                gauge.Begin();
            }

            _listener.RecordObservableInstruments();
            foreach (var gauge in _gauges)
            {
                gauge.End();
            }
        }
    }

    /// <summary>In the order in which the specification names the labels, which is the order in which they are recorded.</summary>
    private static string[] Values(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = new string[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            values[i] = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? string.Empty;
        }

        return values;
    }
}
