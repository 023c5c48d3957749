using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class ClientSettingsMapperTests
{
    [Fact]
    public void Map_EachScope_GoesToItsClients()
    {
        var space = Space(("linger.ms", ParameterScope.Producer), ("fetch.min.bytes", ParameterScope.Consumer), ("partitions", ParameterScope.Topic), ("num.io.threads", ParameterScope.Broker));

        var settings = Map(space, ("linger.ms", ParameterValue.Real(0.5)), ("fetch.min.bytes", Whole(7)), ("partitions", Whole(6)), ("num.io.threads", Whole(8)));

        settings.Producer.ShouldBe([KeyValuePair.Create("linger.ms", "0.5")]);
        settings.Consumer.ShouldBe([KeyValuePair.Create("fetch.min.bytes", "7")]);
        settings.Partitions.ShouldBe(6);
    }

    [Fact]
    public void Map_NameWithItsScope_LosesIt()
    {
        var space = Space(("producer.socket.send.buffer.bytes", ParameterScope.Producer), ("consumer.socket.send.buffer.bytes", ParameterScope.Consumer));

        var settings = Map(space, ("producer.socket.send.buffer.bytes", Whole(1)), ("consumer.socket.send.buffer.bytes", Whole(2)));

        settings.Producer.ShouldBe([KeyValuePair.Create("socket.send.buffer.bytes", "1")]);
        settings.Consumer.ShouldBe([KeyValuePair.Create("socket.send.buffer.bytes", "2")]);
    }

    [Theory]
    [InlineData("fetch.max.wait.ms", "fetch.wait.max.ms")]
    [InlineData("max.partition.fetch.bytes", "fetch.message.max.bytes")]
    [InlineData("batch.num.messages", "batch.num.messages")]
    public void Translate_JavasName_IsLibrdkafkas(string written, string expected) =>
        new LibrdkafkaSettingNames().Translate(ParameterScope.Consumer, written, Whole(5)).ShouldBe(new ClientSetting(expected, "5"));

    [Fact]
    public void Translate_BufferMemory_IsInKibibytes() =>
        new LibrdkafkaSettingNames().Translate(ParameterScope.Producer, "buffer.memory", Whole(33_554_432)).ShouldBe(new ClientSetting("queue.buffering.max.kbytes", "32768"));

    private static ParameterValue Whole(long value) => ParameterValue.Integer(value);

    private static SearchSpace Space(params (string Name, ParameterScope Scope)[] parameters) =>
        new("test", parameters.Select(parameter => new Parameter(parameter.Name, parameter.Scope, new IntegerDomain(0, 100_000_000), Whole(1))));

    private static ClientSettings Map(SearchSpace space, params (string Name, ParameterValue Value)[] values) =>
        new ClientSettingsMapper(new LibrdkafkaSettingNames()).Map(space, Configuration.From(values.Select(value => KeyValuePair.Create(value.Name, value.Value))));
}
