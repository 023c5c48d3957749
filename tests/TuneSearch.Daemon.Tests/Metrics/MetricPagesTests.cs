using System.Reflection;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Daemon.Tests.Metrics;

/// <summary>Whatever an objective may name stands on a page.</summary>
public sealed class MetricPagesTests
{
    [Fact]
    public void MeasurementPage_NamesEveryMetric() => Missing(
        "measurement.md",
        typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Concat(ClientTelemetryNames.All)).ShouldBeEmpty();

    [Fact]
    public void KafkaPage_NamesWhatIsSeenOfBrokers() => Missing("kafka.md", TelemetryNames.All).ShouldBeEmpty();

    private static IEnumerable<string> Missing(string page, IEnumerable<string> names)
    {
        var text = File.ReadAllText(Path.Join(Repository.Root, "docs", page));
        return names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal));
    }
}
