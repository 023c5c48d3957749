using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Tests.Clusters;

namespace TuneSearch.Kafka.Tests.Planning;

public sealed class PlanPreviewTests
{
    [Fact]
    public void Text_ChangesOfEveryKind_AreStepsAndWhatClientsTakeOver()
    {
        var names = new KafkaParameterCatalogue();
        var job = Jobs.On(
            new ProcessClusterSpec { Brokers = 1 },
            [.. new[] { "num.io.threads", "queued.max.requests", "heap", "segment.bytes", "linger.ms" }.Select(n => names.Find("kafka/3.9", n, null)!.Template)]);
        var before = job.Space.Defaults.With("heap", ParameterValue.Integer(2048));
        var after = job.Space.Defaults.With("num.io.threads", ParameterValue.Integer(20)).With("queued.max.requests", ParameterValue.Integer(900))
            .With("segment.bytes", ParameterValue.Integer(134217728)).With("linger.ms", ParameterValue.Real(2.5));

        PlanPreview.Text(job, before, after).ShouldBe(
            """
            1. change while running: num.io.threads (broker 1) = 16
            2. change while running: num.io.threads (broker 1) = 20
            3. restart broker 1: queued.max.requests (server.properties of broker 1) = 900; delete heap (JVM of broker 1)
            -  topics are made with segment.bytes = 134217728
            -  producers start with linger.ms = 2.5

            """);
    }

    public static TheoryData<ClusterSpec> Threes => [new ProcessClusterSpec { Brokers = 3 }, new SimulatedClusterSpec { Brokers = 3 }];

    [Theory]
    [MemberData(nameof(Threes))]
    public void Text_ClusterOfThreeBrokers_ChangesEach(ClusterSpec cluster)
    {
        var job = Jobs.On(cluster, new KafkaParameterCatalogue().Find("kafka/3.9", "num.io.threads", null)!.Template);

        PlanPreview.Text(job, job.Space.Defaults, job.Space.Defaults.With("num.io.threads", ParameterValue.Integer(12))).ShouldBe(
            """
            1. change while running: num.io.threads (broker 1) = 12; num.io.threads (broker 2) = 12; num.io.threads (broker 3) = 12

            """);
    }
}
