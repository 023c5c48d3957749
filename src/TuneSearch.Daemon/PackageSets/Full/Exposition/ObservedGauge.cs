using Prometheus;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>A gauge that is told whole at each collection: a series that is no longer told has gone.</summary>
internal sealed class ObservedGauge(Gauge gauge)
{
    private readonly Dictionary<string, string[]> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _now = new(StringComparer.Ordinal);

    public void Begin() => _now.Clear();

    public void Set(double value, string[] labels)
    {
        gauge.WithLabels(labels).Set(value);
        _now[string.Join('\u0001', labels)] = labels;
    }

    public void End()
    {
        foreach (var (key, labels) in _before)
        {
            if (!_now.ContainsKey(key) && labels.Length > 0)
            {
                gauge.RemoveLabelled(labels);
            }
        }

        _before.Clear();
        foreach (var (key, labels) in _now)
        {
            _before[key] = labels;
        }
    }
}
