namespace TuneSearch.Deploy.Tests.Metrics;

public class MetricExpressionTests
{
    [Fact]
    public void Problems_KnownMetricAndLabels_AreNone() =>
        MetricExpression.Problems("here", "sum by (le, driver) (rate(tunesearch_apply_duration_seconds_bucket{driver=~\"$x\"}[5m]))", "{{driver}} of {{ $labels.instance }}").ShouldBeEmpty();

    [Fact]
    public void Problems_UnknownMetric_IsNamed() =>
        MetricExpression.Problems("here", "rate(tunesearch_trails_total[5m])").ShouldBe(["here: the daemon has no metric tunesearch_trails_total"]);

    [Fact]
    public void Problems_HistogramWithoutPart_IsNamed() =>
        MetricExpression.Problems("here", "tunesearch_apply_duration_seconds").ShouldBe(["here: the daemon has no metric tunesearch_apply_duration_seconds"]);

    [Fact]
    public void Problems_UnknownLabels_AreNamed() =>
        MetricExpression.Problems("here", "sum by (colour) (tunesearch_jobs_active{shape=\"by size\"})", "{{taste}}").ShouldBe(
        [
            "here: no metric of sum by (colour) (tunesearch_jobs_active{shape=\"by size\"}) has the label shape",
            "here: no metric of sum by (colour) (tunesearch_jobs_active{shape=\"by size\"}) has the label colour",
            "here: no metric of sum by (colour) (tunesearch_jobs_active{shape=\"by size\"}) has the label taste",
        ]);
}
