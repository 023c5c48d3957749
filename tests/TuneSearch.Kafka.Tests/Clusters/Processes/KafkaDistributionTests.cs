using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class KafkaDistributionTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("tunesearch-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("kafka_2.11-2.4.0.jar", 2, 4, false)]
    [InlineData("kafka_2.13-3.9.1.jar", 3, 9, true)]
    [InlineData("kafka_2.13-4.1.0.jar", 4, 1, true)]
    public void Find_CompleteDistribution_TellsItsVersion(string jar, int major, int minor, bool usesKraft)
    {
        Lay("kafka-clients-2.4.0.jar", jar, "kafka_2.13-3.9.1-sources.jar.asc");

        var distribution = KafkaDistribution.Find(_home).Distribution!;

        (distribution.Version, distribution.UsesKraft).ShouldBe((new KafkaVersion(major, minor), usesKraft));
    }

    [Fact]
    public void Find_NoHome_SaysHowToNameOne() =>
        KafkaDistribution.Find(null).Problem!.ToString().ShouldBe(
            "cluster.home: the process cluster names no Kafka distribution. Set cluster.home or the environment variable KAFKA_HOME to the folder of an unpacked Kafka 2.4 or later.");

    [Fact]
    public void Find_EmptyFolder_SaysWhatIsMissing() =>
        KafkaDistribution.Find(_home).Problem!.Message.ShouldBe($"'{_home}' holds no Kafka distribution: bin/kafka-server-start.sh or libs is missing");

    [Fact]
    public void Find_TooOld_SaysSo()
    {
        Lay("kafka_2.11-2.3.1.jar");

        KafkaDistribution.Find(_home).Problem!.Message.ShouldBe($"'{_home}' is Kafka 2.3, older than 2.4");
    }

    private void Lay(params string[] jars)
    {
        Directory.CreateDirectory(Path.Combine(_home, "bin"));
        Directory.CreateDirectory(Path.Combine(_home, "libs"));
        File.WriteAllText(Path.Combine(_home, "bin", "kafka-server-start.sh"), string.Empty);
        foreach (var jar in jars)
        {
            File.WriteAllText(Path.Combine(_home, "libs", jar), string.Empty);
        }
    }
}
