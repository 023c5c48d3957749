using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Tests.Catalogue;

public sealed class ClientNameTests
{
    private static readonly KafkaCatalogue Catalogue = CatalogueReader.Read(new KafkaVersion(3, 9));

    [Fact]
    public void ToJava_BufferInKilobytes_IsBytes() =>
        Name("queue.buffering.max.kbytes").ToJava(ParameterValue.Integer(32768)).ShouldBe("33554432");

    [Fact]
    public void FromJava_BufferInBytes_IsKilobytes() => Name("queue.buffering.max.kbytes").FromJava("33554432").ShouldBe("32768");

    [Theory]
    [InlineData(-1, "all")]
    [InlineData(1, "1")]
    public void ToJava_Acks_IsWrittenAsJavaDoes(long acks, string expected) =>
        Name("acks").ToJava(ParameterValue.Integer(acks)).ShouldBe(expected);

    [Fact]
    public void ToJava_FractionOfAMillisecond_IsRoundedUp() => Name("linger.ms").ToJava(ParameterValue.Real(0.5)).ShouldBe("1");

    [Fact]
    public void Note_NameWithoutJavaSetting_SaysWhy() =>
        Catalogue.ClientNames.Where(n => n.Java is null && n.Note.Length == 0).ShouldBeEmpty();

    private static ClientName Name(string librdkafka) => Catalogue.FindClientName(ParameterScope.Producer, librdkafka)!;
}
