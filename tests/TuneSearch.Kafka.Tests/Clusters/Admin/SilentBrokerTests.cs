using Confluent.Kafka;
using Confluent.Kafka.Admin;
using NSubstitute;
using TuneSearch.Kafka.Clusters.Admin;

namespace TuneSearch.Kafka.Tests.Clusters.Admin;

public sealed class SilentBrokerTests
{
    private readonly IAdminClient _client = Substitute.For<IAdminClient>();

    public SilentBrokerTests() => Answer(_ => true, Task.FromResult(new List<DescribeConfigsResult> { new() { Entries = [] } }));

    [Fact]
    public async Task FindSilentAsync_EveryBrokerAnswers_IsNone()
    {
        using var admin = Admin();

        (await admin.FindSilentAsync(["1", "2"], default)).ShouldBeNull();
    }

    [Fact]
    public async Task FindSilentAsync_OneDoesNotAnswer_IsThatOneWithTheClientsWords()
    {
        Answer(broker => broker == "2", Task.FromException<List<DescribeConfigsResult>>(new KafkaException(new Error(ErrorCode.Local_TimedOut, "Failed while waiting for response from broker: Local: Timed out"))));
        using var admin = Admin();

        (await admin.FindSilentAsync(["1", "2", "3"], default)).ShouldBe(new SilentBroker("2", "Local_TimedOut: Failed while waiting for response from broker: Local: Timed out"));
    }

    private BrokerAdmin Admin() => new(_client, TimeSpan.FromSeconds(1), () => null);

    private void Answer(Predicate<string> broker, Task<List<DescribeConfigsResult>> answer) =>
        _client.DescribeConfigsAsync(Arg.Is<IEnumerable<ConfigResource>>(asked => broker(asked.Single().Name)), Arg.Any<DescribeConfigsOptions>()).Returns(answer);
}
