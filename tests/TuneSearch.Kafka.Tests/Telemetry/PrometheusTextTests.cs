using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Tests.Telemetry;

public sealed class PrometheusTextTests
{
    private const string Text =
        """
        # HELP requests_total Requests.
        # TYPE requests_total counter
        requests_total{type="Produce",version="7"} 10
        requests_total{type="Fetch",version="11"} 5 1395066363000
        idle_percent{quantile="0.5"} 0.75
        queue_size 3
        broken NaN

        """;

    [Theory]
    [InlineData("queue_size", 3)]
    [InlineData("requests_total", 15)]
    [InlineData("requests_total{type=\"Fetch\"}", 5)]
    [InlineData("idle_percent{quantile=\"0.5\"}", 0.75)]
    public void Select_Series_IsItsValue(string series, double value) =>
        PrometheusText.Select(Text, [series]).ShouldBe([KeyValuePair.Create(series, value)]);

    [Theory]
    [InlineData("absent")]
    [InlineData("broken")]
    [InlineData("requests_total{type=\"Metadata\"}")]
    public void Select_WhatIsNotThere_IsNothing(string series) => PrometheusText.Select(Text, [series]).ShouldBeEmpty();
}
