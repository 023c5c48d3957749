using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>One instrument's values, by label values. Safe for several threads.</summary>
internal sealed class InstrumentSeries
{
    /// <summary>A label that grew without bound would take the memory of daemon and Prometheus; what comes later is dropped.</summary>
    private const int MaxSeries = 2000;

    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Instrument _instrument;
    private readonly string _type;
    private readonly bool _isObserved;
    private readonly double[]? _bounds;

    private InstrumentSeries(Instrument instrument, string type, bool isObserved, double[]? bounds)
    {
        _instrument = instrument;
        _type = type;
        _isObserved = isObserved;
        _bounds = bounds;
    }

    public static InstrumentSeries Of(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => new(instrument, "histogram", false, [.. histogram.Advice?.HistogramBucketBoundaries ?? []]),
        Counter<long> or Counter<double> => new(instrument, "counter", false, null),
        ObservableCounter<long> or ObservableCounter<double> => new(instrument, "counter", true, null),
        _ => new(instrument, "gauge", instrument.IsObservable, null),
    };

    /// <summary>What is observed is told whole each time: a series that is no longer told has gone.</summary>
    public void BeginObservation()
    {
        if (_isObserved)
        {
            lock (_lock)
            {
                _slots.Clear();
            }
        }
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        var key = string.Join('\u0001', labels.Select(label => $"{label.Key}\u0002{label.Value}"));
        lock (_lock)
        {
            if (!_slots.TryGetValue(key, out var slot))
            {
                if (_slots.Count == MaxSeries)
                {
                    return;
                }

                _slots[key] = slot = new Slot(labels, _bounds is null ? null : new long[_bounds.Length + 1]);
            }

            slot.Sum = _isObserved || _type == "gauge" ? value : slot.Sum + value;
            if (slot.Counts is { } counts)
            {
                counts[Place(value)]++;
            }
        }
    }

    public MetricFamily ToFamily()
    {
        lock (_lock)
        {
            return new MetricFamily(
                $"{_instrument.Meter.Name}_{_instrument.Name}",
                _type,
                _instrument.Description ?? string.Empty,
                [.. _slots.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Samples(pair.Value))]);
        }
    }

    private static ImmutableArray<KeyValuePair<string, string>> Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(tags.Length);
        foreach (var (name, value) in tags)
        {
            labels.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty));
        }

        return labels.MoveToImmutable();
    }

    /// <summary>The first bucket whose upper bound is not below the value; the last has none.</summary>
    private int Place(double value)
    {
        var place = Array.BinarySearch(_bounds!, value);
        return place >= 0 ? place : ~place;
    }

    private IEnumerable<MetricSample> Samples(Slot slot)
    {
        if (slot.Counts is not { } counts)
        {
            yield return new MetricSample(string.Empty, slot.Labels, slot.Sum);
            yield break;
        }

        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var bound = i < _bounds!.Length ? _bounds[i] : double.PositiveInfinity;
            yield return new MetricSample("_bucket", slot.Labels.Add(new("le", PrometheusText.Number(bound))), total);
        }

        yield return new MetricSample("_sum", slot.Labels, slot.Sum);
        yield return new MetricSample("_count", slot.Labels, total);
    }

    private sealed class Slot(ImmutableArray<KeyValuePair<string, string>> labels, long[]? counts)
    {
        public ImmutableArray<KeyValuePair<string, string>> Labels { get; } = labels;

        public long[]? Counts { get; } = counts;

        public double Sum { get; set; }
    }
}
