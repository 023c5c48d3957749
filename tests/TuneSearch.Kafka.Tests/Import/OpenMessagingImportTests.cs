using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Import;

namespace TuneSearch.Kafka.Tests.Import;

public sealed class OpenMessagingImportTests
{
    private const string Workload =
        """
        name: 2 topics / 16 partitions / 1kb
        topics: 2
        partitionsPerTopic: 16
        messageSize: 1024
        useRandomizedPayloads: true
        randomBytesRatio: 0.5
        randomizedPayloadPoolSize: 1000
        subscriptionsPerTopic: 3
        consumerPerSubscription: 2
        producersPerTopic: 4
        producerRate: 100_000
        consumerBacklogSizeGB: 0
        testDurationMinutes: 15
        """;

    private const string Driver =
        """
        name: Kafka
        driverClass: io.openmessaging.benchmark.driver.kafka.KafkaBenchmarkDriver
        replicationFactor: 3
        topicConfig: |
          min.insync.replicas=2
        commonConfig: |
          bootstrap.servers=localhost:9092
        producerConfig: |
          acks=all
          linger.ms=1
          batch.size=131072
          buffer.memory=67108864
          key.serializer=x
        consumerConfig: |
          auto.offset.reset=earliest
          fetch.max.wait.ms=100
        """;

    [Fact]
    public void Read_WorkloadAndDriver_IsAProfile()
    {
        var imported = OpenMessagingImport.Read(Workload, Driver);

        var profile = imported.Profile;
        profile.ShouldBe(new Profile("2-topics-16-partitions-1kb")
        {
            Description = "Imported from the OpenMessaging Benchmark workload 2 topics / 16 partitions / 1kb.",
            Topics = 2,
            PartitionsPerTopic = 16,
            MessageSize = new FixedSize(1024),
            PayloadEntropy = 0.5,
            Producers = 8,
            ConsumerGroups = 3,
            ConsumersPerGroup = 4,
            Arrivals = new ConstantArrivals(100_000),
            Acks = AckLevel.All,
            Guarded = profile.Guarded,
        });
        imported.Client.ShouldBe(new Dictionary<string, string>
        {
            ["batch.size"] = "131072", ["fetch.wait.max.ms"] = "100", ["linger.ms"] = "1", ["queue.buffering.max.kbytes"] = "65536",
        });
    }

    [Fact]
    public void Read_WhatHasNoPlace_IsListed() =>
        OpenMessagingImport.Read(Workload, Driver).NotCarried.ShouldBe(
        [
            "workload.testDurationMinutes: 15; how long an episode measures is the job's: mixture.duration",
            "workload.randomizedPayloadPoolSize: 1000; every payload is drawn anew from the episode's seed",
            "driver.producerConfig.key.serializer: x; librdkafka has no such setting, or this project does not know it",
            "driver.consumerConfig.auto.offset.reset: earliest; the profile's commits and the load engine say that",
            "driver.commonConfig.bootstrap.servers: the job's cluster says how it is reached",
            "driver.topicConfig.min.insync.replicas: 2; give it as a topic parameter of the space",
            "driver.replicationFactor: 3; topics have as many replicas as there are brokers, up to 3",
        ]);

    [Fact]
    public void Read_RateZero_IsAClosedLoopAndSaysSo()
    {
        var imported = OpenMessagingImport.Read("name: max\nproducerRate: 0\npayloadFile: payload/payload-1Kb.data\nkeyDistributor: KEY_ROUND_ROBIN\nsurprise: 1\n");

        imported.Profile.Arrivals.ShouldBe(new ClosedLoop());
        imported.NotCarried.ShouldBe(
        [
            "workload.producerRate: 0 lets OpenMessaging Benchmark look for the highest rate without backlog; here producers send as fast as acknowledgements come (closed loop)",
            "workload.keyDistributor: KEY_ROUND_ROBIN takes its keys in turn; here they are drawn evenly at random",
            "workload.payloadFile: the bytes of payload/payload-1Kb.data are not carried over; payloadEntropy stays 0.3, set it to how well they compress",
            "workload.surprise: not known here",
        ]);
    }

    [Fact]
    public void Read_WrongNumbers_AreAllNamed() =>
        Should.Throw<InvalidInputException>(() => OpenMessagingImport.Read("topics: many\nmessageSize: -1\n")).Problems.Select(p => p.ToString()).ShouldBe(
            ["workload: topics: 'many' is no number of 0 or more. Write a number.", "workload: messageSize: '-1' is no number of 0 or more. Write a number."]);

    [Fact]
    public void Read_ListInsteadOfANumber_IsNamed() =>
        Should.Throw<InvalidInputException>(() => OpenMessagingImport.Read("topics: [3]\n")).Problems.ShouldHaveSingleItem().ToString().ShouldBe("workload.topics: it is a list or a map. Write one value.");

    [Fact]
    public void Read_NameWithoutLatinLetters_IsANameAllTheSame() => OpenMessagingImport.Read("name: 中文\ntopics: 1\n").Profile.Name.ShouldBe("imported");

    [Fact]
    public void Read_SizeAndRateThatNoProfileHas_AreCutAndSaid()
    {
        var imported = OpenMessagingImport.Read("messageSize: 0\nproducerRate: 1e10\n");

        (imported.Profile.MessageSize, imported.Profile.Arrivals).ShouldBe((new FixedSize(1), new ConstantArrivals(1e9)));
        imported.NotCarried.ShouldBe(
        [
            "workload.messageSize: 0 lies outside 1 to 100000000, what one machine can generate; the profile has 1",
            "workload.producerRate: 10000000000 lies outside 0.001 to 1000000000, what one machine can generate; the profile has 1000000000",
        ]);
    }

    [Fact]
    public void Write_ImportedWorkload_IsTheProfileFile() =>
        ProfileText.Write(OpenMessagingImport.Read("name: small\nproducerRate: 10\nkeyDistributor: RANDOM_NANO\n")).ShouldBe(
            """
            apiVersion: tunesearch/v1
            kind: Profile
            name: small
            description: "Imported from the OpenMessaging Benchmark workload small."
            arrivals: { process: constant, rate: 10 }
            messageSize: { distribution: fixed, bytes: 1024 }
            payloadEntropy: 0.3
            keys: { distribution: uniform, distinct: 10000 }
            topics: 1
            partitionsPerTopic: 1
            producers: 1
            consumerGroups: 1
            consumersPerGroup: 1
            acks: all

            """);

    [Fact]
    public void Read_MoreThanAMachineCanGenerate_IsCutAndSaid()
    {
        var imported = OpenMessagingImport.Read("name: 100k topics\ntopics: 100000\npartitionsPerTopic: 1\nproducersPerTopic: 4\nsubscriptionsPerTopic: 1\nconsumerPerSubscription: 4\nproducerRate: 100000");

        (imported.Profile.Topics, imported.Profile.Producers, imported.Profile.ConsumersPerGroup).ShouldBe((10_000, 1_000, 1_000));
        imported.NotCarried.ShouldBe(
        [
            "workload.topics: 100000 lies outside 1 to 10000, what one machine can generate; the profile has 10000",
            "workload.producersPerTopic, over all topics: 400000 lies outside 1 to 1000, what one machine can generate; the profile has 1000",
            "workload.consumerPerSubscription, over all topics: 400000 lies outside 1 to 1000, what one machine can generate; the profile has 1000",
        ]);
    }

    [Fact]
    public void Read_CommonClientSettings_AreToldFromTheConnection()
    {
        var lost = OpenMessagingImport.Read("topics: 1", "commonConfig: |\n  bootstrap.servers=x:9092\n  sasl.mechanism=PLAIN\n  request.timeout.ms=300000\n").NotCarried;

        lost.ShouldContain("driver.commonConfig.sasl.mechanism: the job's cluster says how it is reached");
        lost.ShouldContain("driver.commonConfig.request.timeout.ms: 300000; give it as a client parameter of the space where it matters");
    }
}
