using System.Diagnostics.Metrics;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Makes instruments of their specifications on the one meter of the program.</summary>
internal sealed class Instruments(IMeterFactory meters)
{
    /// <summary>The meter's name, and so the prefix of every metric.</summary>
    public const string MeterName = "tunesearch";

    private readonly Meter _meter = meters.Create(MeterName);

    public static string PrometheusName(InstrumentSpec spec) => $"{MeterName}_{spec.Name}";

    public Counter<long> Counter(InstrumentSpec spec) => _meter.CreateCounter<long>(spec.Name, spec.Unit, spec.Help);

    public Histogram<double> Histogram(InstrumentSpec spec, IReadOnlyList<double> bounds) =>
        _meter.CreateHistogram(spec.Name, spec.Unit, spec.Help, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    public void Observe(InstrumentSpec spec, Func<double> value) => Observe(spec, () => [new Measurement<double>(value())]);

    public void Observe(InstrumentSpec spec, Func<IEnumerable<Measurement<double>>> values)
    {
        if (spec.Kind == InstrumentKind.Counter)
        {
            _meter.CreateObservableCounter(spec.Name, values, spec.Unit, spec.Help);
        }
        else
        {
            _meter.CreateObservableGauge(spec.Name, values, spec.Unit, spec.Help);
        }
    }
}
