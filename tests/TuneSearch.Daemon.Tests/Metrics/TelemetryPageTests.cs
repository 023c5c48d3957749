using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.Tests.Metrics;

public sealed class TelemetryPageTests
{
    /// <summary>The page's table, row by row, is what the code says of its instruments.</summary>
    [Fact]
    public void TelemetryPage_Table_IsTheCode()
    {
        var page = File.ReadAllLines(Path.Join(Repository.Root, "docs", "telemetry.md"))
            .Where(line => line.StartsWith("| `tunesearch_", StringComparison.Ordinal));

        page.ShouldBe(InstrumentCatalogue.All.Select(Row));
    }

    private static string Row(InstrumentSpec spec) =>
        $"| `{Instruments.PrometheusName(spec)}` | {spec.Kind.ToString().ToLowerInvariant()} | {Unit(spec)} | {string.Join(", ", spec.Labels.Select(label => $"`{label}`"))} | {spec.Help} |";

    private static string Unit(InstrumentSpec spec) => spec.Unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        _ when spec.Name.EndsWith("_ratio", StringComparison.Ordinal) => "ratio",
        _ => string.Empty,
    };
}
