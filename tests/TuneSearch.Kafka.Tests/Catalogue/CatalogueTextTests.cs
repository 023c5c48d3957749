using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Tests.Catalogue;

public sealed class CatalogueTextTests
{
    private readonly string[] _lines = CatalogueText.Table(CatalogueReader.Read(KafkaVersion.Oldest)).Split('\n');

    [Theory]
    [InlineData("producer", "queue.buffering.max.kbytes", "In Java: buffer.memory. Source: ")]
    [InlineData("producer", "batch.num.messages", "Not in Java: the Java client limits batches by bytes only. Source: ")]
    [InlineData("broker", "socket.request.max.bytes", "Frozen: a guard against giant requests, not a tunable. Source: ")]
    public void Table_Setting_SaysWhatItIsInJavaAndWhereThatIsFrom(string scope, string name, string expected) =>
        _lines.Single(line => line.StartsWith(scope, StringComparison.Ordinal) && line.Contains($" {name} ", StringComparison.Ordinal)).ShouldContain(expected);

    [Fact]
    public void Table_NameThatBothClientsHave_IsSaidOnce() =>
        _lines.Single(line => line.StartsWith("producer", StringComparison.Ordinal) && line.Contains(" linger.ms ", StringComparison.Ordinal)).ShouldNotContain("Java: linger.ms");

    [Fact]
    public void Table_EverySetting_HasASource() => CatalogueReader.Read(KafkaVersion.Oldest).Entries.ShouldAllBe(setting => setting.Source.Length > 0);
}
