using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using TuneSearch.Daemon.PackageSets.Exposition;

namespace TuneSearch.Daemon.Tests.Metrics.Reduced;

public sealed class MeterReaderTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Meter _meter;
    private readonly MeterReader _reader;

    public MeterReaderTests()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _meter = factory.Create("m");
        _reader = new MeterReader(factory, "m");
    }

    [Fact]
    public void Collect_Counter_AddsByLabels()
    {
        var counter = _meter.CreateCounter<long>("done_total", null, "Done.");
        counter.Add(1, new KeyValuePair<string, object?>("how", "well"));
        counter.Add(2, new KeyValuePair<string, object?>("how", "well"));
        counter.Add(5, new KeyValuePair<string, object?>("how", "badly"));

        Text().ShouldBe("# HELP m_done_total Done.\n# TYPE m_done_total counter\nm_done_total{how=\"badly\"} 5\nm_done_total{how=\"well\"} 3\n");
    }

    [Fact]
    public void Collect_Histogram_CountsEachBucketWithThoseBelow()
    {
        var histogram = _meter.CreateHistogram("took_seconds", "s", "Took.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] });
        histogram.Record(1);
        histogram.Record(1.5);
        histogram.Record(3);

        Text().ShouldBe("""
            # HELP m_took_seconds Took.
            # TYPE m_took_seconds histogram
            m_took_seconds_bucket{le="1"} 1
            m_took_seconds_bucket{le="2"} 2
            m_took_seconds_bucket{le="+Inf"} 3
            m_took_seconds_sum 5.5
            m_took_seconds_count 3

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Collect_ObservedGauge_ForgetsWhatIsNoLongerTold()
    {
        string[] jobs = ["a", "b"];
        _meter.CreateObservableGauge("job", () => jobs.Select(job => new Measurement<double>(1, new KeyValuePair<string, object?>("id", job))), null, "Jobs.");
        Text();

        jobs = ["b"];

        Text().ShouldBe("# HELP m_job Jobs.\n# TYPE m_job gauge\nm_job{id=\"b\"} 1\n");
    }

    [Fact]
    public void Collect_ObservedCounter_IsTakenAsTold()
    {
        _meter.CreateObservableCounter("cpu_seconds_total", () => 12.5, null, "Processor.");
        Text();

        Text().ShouldBe("# HELP m_cpu_seconds_total Processor.\n# TYPE m_cpu_seconds_total counter\nm_cpu_seconds_total 12.5\n");
    }

    [Fact]
    public void Collect_MeterOfAnotherHost_IsNotOurs()
    {
        using var others = new ServiceCollection().AddMetrics().BuildServiceProvider();
        others.GetRequiredService<IMeterFactory>().Create("m").CreateCounter<long>("theirs_total").Add(1);

        Text().ShouldBeEmpty();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _services.Dispose();
    }

    private string Text() => PrometheusText.Write(_reader.Collect());
}
