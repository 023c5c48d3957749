using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class StatisticsDigestTests
{
    private const string Producer =
        """
        {"name":"p-1#producer-1","type":"producer","ts":1000000,"msg_cnt":40,"tx":100,"tx_bytes":5000,"rx_bytes":10,
         "brokers":{"127.0.0.1:1/1":{"rtt":{"cnt":5,"avg":2000},"int_latency":{"cnt":5,"avg":7000},"throttle":{"cnt":5,"avg":4},"waitresp_cnt":3,"txretries":1,"req_timeouts":0},
                    "bootstrap":{"rtt":{"cnt":0,"avg":0},"int_latency":{"cnt":0,"avg":0},"throttle":{"cnt":0,"avg":0},"waitresp_cnt":0,"txretries":0,"req_timeouts":0}},
         "topics":{"a":{"batchsize":{"cnt":5,"avg":16000},"batchcnt":{"cnt":5,"avg":16}}}}
        """;

    private const string Consumer =
        """
        {"name":"c-1#consumer-2","type":"consumer","ts":1000000,"tx":10,"tx_bytes":1,"rx_bytes":1000,
         "brokers":{"127.0.0.1:1/1":{"rtt":{"cnt":5,"avg":3000},"throttle":{"cnt":5,"avg":0},"txretries":0,"req_timeouts":0}},
         "topics":{"a":{"partitions":{"0":{"fetchq_cnt":30,"consumer_lag_stored":200},"1":{"fetchq_cnt":10,"consumer_lag_stored":-1}}}},
         "cgrp":{"rebalance_cnt":1}}
        """;

    [Fact]
    public void Values_TwoReportsOfAProducer_AreMeansAndRates()
    {
        var digest = new StatisticsDigest();
        digest.Add(Producer);
        digest.Add(Producer.Replace("\"msg_cnt\":40,\"tx\":100,\"tx_bytes\":5000", "\"msg_cnt\":60,\"tx\":120,\"tx_bytes\":9000", StringComparison.Ordinal)
            .Replace("\"ts\":1000000", "\"ts\":3000000", StringComparison.Ordinal).Replace("\"txretries\":1", "\"txretries\":4", StringComparison.Ordinal));

        var values = digest.Values().ToDictionary();

        values["producer_queue_messages"].ShouldBe(50);
        values["producer_request_seconds"].ShouldBe(0.002);
        values["producer_queueing_seconds"].ShouldBe(0.007);
        values["producer_throttle_seconds"].ShouldBe(0.004);
        values["producer_batch_bytes"].ShouldBe(16000);
        values["producer_requests_in_flight"].ShouldBe(3);
        values["producer_requests_per_second"].ShouldBe(10);
        values["producer_wire_bytes"].ShouldBe(2000);
        values["producer_request_retries"].ShouldBe(3);
    }

    [Fact]
    public void Values_Consumer_AreItsQueueItsLagAndItsRates()
    {
        var digest = new StatisticsDigest();
        digest.Add(Consumer);
        digest.Add(Consumer.Replace("\"ts\":1000000,\"tx\":10", "\"ts\":2000000,\"tx\":15", StringComparison.Ordinal).Replace("\"rebalance_cnt\":1", "\"rebalance_cnt\":3", StringComparison.Ordinal));

        var values = digest.Values().ToDictionary();

        values["consumer_queue_messages"].ShouldBe(40);
        values["consumer_lag_messages"].ShouldBe(200);
        values["consumer_request_seconds"].ShouldBe(0.003);
        values["consumer_requests_per_second"].ShouldBe(5);
        values["consumer_rebalances"].ShouldBe(2);
    }

    [Fact]
    public void Values_OneReport_HasNoRates()
    {
        var digest = new StatisticsDigest();
        digest.Add(Producer);

        digest.Values().Select(value => value.Key).ShouldNotContain("producer_requests_per_second");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"producer\"}")]
    public void Add_Unreadable_IsCountedAndNotThrown(string report)
    {
        var digest = new StatisticsDigest();

        digest.Add(report);

        digest.Values().ShouldBe([KeyValuePair.Create("statistics_unreadable", 1.0)]);
    }
}
