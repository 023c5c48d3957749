using TuneSearch.Daemon.PackageSets.Exposition;

namespace TuneSearch.Daemon.Tests.Metrics.Reduced;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Write_Families_IsTheTextFormat() => PrometheusText.Write(
    [
        new MetricFamily("a_total", "counter", "Things\nof a \\ kind.", [new MetricSample(string.Empty, [new("where", "say \"x\"\\\n")], 3)]),
        new MetricFamily("b", "gauge", "Bs.", [new MetricSample(string.Empty, [], double.NaN), new MetricSample(string.Empty, [], double.PositiveInfinity)]),
        new MetricFamily("c_seconds", "histogram", "Cs.", [new MetricSample("_bucket", [new("le", "0.5")], 1), new MetricSample("_sum", [], 0.25)]),
    ]).ShouldBe("""
        # HELP a_total Things\nof a \\ kind.
        # TYPE a_total counter
        a_total{where="say \"x\"\\\n"} 3
        # HELP b Bs.
        # TYPE b gauge
        b NaN
        b +Inf
        # HELP c_seconds Cs.
        # TYPE c_seconds histogram
        c_seconds_bucket{le="0.5"} 1
        c_seconds_sum 0.25

        """.ReplaceLineEndings("\n"));
}
