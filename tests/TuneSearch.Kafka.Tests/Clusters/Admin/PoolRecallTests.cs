using Confluent.Kafka;
using Confluent.Kafka.Admin;
using NSubstitute;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Planning;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Clusters.Admin;

public sealed class PoolRecallTests
{
    private readonly IAdminClient _client = Substitute.For<IAdminClient>();
    private readonly List<string> _written = [];
    private bool _isRefused;
    private int _lag;

    public PoolRecallTests() =>
        _client.IncrementalAlterConfigsAsync(Arg.Any<Dictionary<ConfigResource, List<ConfigEntry>>>(), Arg.Any<IncrementalAlterConfigsOptions>()).Returns(call =>
        {
            if (call.Arg<IncrementalAlterConfigsOptions>().ValidateOnly)
            {
                return _isRefused ? throw new KafkaException(new Error(ErrorCode.InvalidConfig, "value should be at least half the current value 8")) : [];
            }

            if (_lag > 0 && _written.Count > 0)
            {
                _lag--;
                throw new KafkaException(new Error(ErrorCode.InvalidConfig, "value should be at least half the current value 8"));
            }

            _written.Add(string.Join(' ', call.Arg<Dictionary<ConfigResource, List<ConfigEntry>>>().Values.Single().Select(entry => $"{entry.Name}={entry.Value}")));
            return new List<IncrementalAlterConfigsResult>();
        });

    [Fact]
    public async Task RecallAsync_BrokerThatHasNotTakenThem_ClimbsWithAllOfThemAtOnce()
    {
        _isRefused = true;

        await RecallAsync(("num.io.threads", "2", null), ("num.network.threads", "5", "3"));

        _written.ShouldBe(["num.network.threads=5 num.io.threads=4", "num.network.threads=5 num.io.threads=2"]);
    }

    [Fact]
    public async Task RecallAsync_BrokerThatTakesAStepLate_IsAskedAgain()
    {
        (_isRefused, _lag) = (true, 2);

        await RecallAsync(("num.io.threads", "2", null));

        _written.ShouldBe(["num.io.threads=4", "num.io.threads=2"]);
    }

    [Fact]
    public async Task RecallAsync_BrokerThatHasTakenThem_ChangesNothing()
    {
        await RecallAsync(("num.io.threads", "2", null));

        _written.ShouldBeEmpty();
    }

    [Fact]
    public async Task RecallAsync_NoPoolOfItsOwn_AsksNothing()
    {
        _isRefused = true;

        await RecallAsync(("log.segment.bytes", "134217728", null));

        await _client.DidNotReceiveWithAnyArgs().IncrementalAlterConfigsAsync(default!, default);
        _written.ShouldBeEmpty();
    }

    /// <param name="settings">Name, dynamic value, value of the broker's file.</param>
    private async Task RecallAsync(params (string Name, string Dynamic, string? File)[] settings)
    {
        var entries = settings.ToDictionary(s => s.Name, s => new ConfigEntryResult
        {
            Name = s.Name,
            Value = s.Dynamic,
            Source = ConfigSource.DynamicBrokerConfig,
            Synonyms =
            [
                new ConfigSynonym { Name = s.Name, Value = s.Dynamic, Source = ConfigSource.DynamicBrokerConfig },
                .. s.File is null ? [] : new[] { new ConfigSynonym { Name = s.Name, Value = s.File, Source = ConfigSource.StaticBrokerConfig } },
            ],
        });
        _client.DescribeConfigsAsync(Arg.Any<IEnumerable<ConfigResource>>(), Arg.Any<DescribeConfigsOptions>()).Returns([new DescribeConfigsResult { Entries = entries }]);
        using var admin = new BrokerAdmin(_client, TimeSpan.FromSeconds(1), () => null);
        await new PoolRecall(admin, SettingRules.Pools(CatalogueReader.Read(KafkaVersion.Oldest)), new SkippingTime()).RecallAsync("1", default);
    }
}
