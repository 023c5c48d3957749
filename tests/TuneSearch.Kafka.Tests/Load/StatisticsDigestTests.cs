using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class StatisticsDigestTests
{
    private const string Producer =
        """
        {"type":"producer","msg_cnt":40,
         "brokers":{"127.0.0.1:1/1":{"rtt":{"cnt":5,"avg":2000},"int_latency":{"cnt":5,"avg":7000},"waitresp_cnt":3},
                    "bootstrap":{"rtt":{"cnt":0,"avg":0},"int_latency":{"cnt":0,"avg":0},"waitresp_cnt":0}},
         "topics":{"a":{"batchsize":{"cnt":5,"avg":16000},"batchcnt":{"cnt":5,"avg":16}}}}
        """;

    [Fact]
    public void Means_TwoReports_AreAveraged()
    {
        var digest = new StatisticsDigest();
        digest.Add(Producer);
        digest.Add(Producer.Replace("\"msg_cnt\":40", "\"msg_cnt\":60", StringComparison.Ordinal));

        var means = digest.Means().ToDictionary();

        means["producer_queue_messages"].ShouldBe(50);
        means["producer_request_seconds"].ShouldBe(0.002);
        means["producer_queueing_seconds"].ShouldBe(0.007);
        means["producer_batch_bytes"].ShouldBe(16000);
        means["producer_requests_in_flight"].ShouldBe(3);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"producer\"}")]
    public void Add_Unreadable_IsCountedAndNotThrown(string report)
    {
        var digest = new StatisticsDigest();

        digest.Add(report);

        digest.Means().ShouldBe([KeyValuePair.Create("statistics_unreadable", 1.0)]);
    }
}
