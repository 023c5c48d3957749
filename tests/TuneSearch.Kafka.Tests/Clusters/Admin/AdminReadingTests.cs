using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Admin;

public sealed class AdminReadingTests
{
    [Fact]
    public void Of_ConnectionThatComplained_SaysOfWhat() =>
        AdminFailure.Of(new KafkaException(new Error(ErrorCode.Local_Transport, "Broker transport failure")), "SASL authentication error: Invalid username or password").Message
            .ShouldBe("Local_Transport: Broker transport failure (SASL authentication error: Invalid username or password)");

    [Fact]
    public void Add_EverySource_IsItsPlace()
    {
        var entry = Entry("num.io.threads", "12", false,
            ("num.io.threads", "12", ConfigSource.DynamicBrokerConfig), ("num.io.threads", "10", ConfigSource.DynamicDefaultBrokerConfig),
            ("num.io.threads", "9", ConfigSource.StaticBrokerConfig), ("num.io.threads", "8", ConfigSource.DefaultConfig));

        var state = ConfigReading.Add(ClusterState.Empty, "1", [entry]);

        (state[Place.Broker("1"), "num.io.threads"], state[Place.Cluster, "num.io.threads"], state[Place.Properties("1"), "num.io.threads"], state.Values.Count)
            .ShouldBe(("12", "10", "9", 3));
    }

    [Fact]
    public void Add_SynonymOfAnotherName_IsNotThisSetting()
    {
        var entry = Entry("log.roll.ms", "604800000", false, ("log.roll.hours", "168", ConfigSource.StaticBrokerConfig));

        ConfigReading.Add(ClusterState.Empty, "1", [entry]).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ErrorCode.InvalidConfig, typeof(SettingRefusedException))]
    [InlineData(ErrorCode.PolicyViolation, typeof(SettingRefusedException))]
    [InlineData(ErrorCode.InvalidRequest, typeof(SettingRefusedException))]
    [InlineData(ErrorCode.Local_Transport, typeof(ClusterFaultException))]
    [InlineData(ErrorCode.Local_TimedOut, typeof(ClusterFaultException))]
    [InlineData(ErrorCode.ClusterAuthorizationFailed, typeof(ClusterFaultException))]
    public void Of_ErrorCode_TellsARefusalFromAFault(ErrorCode code, Type expected) =>
        AdminFailure.Of(new KafkaException(new Error(code, "words"))).ShouldBeOfType(expected);

    [Fact]
    public void Of_ResourceThatFailed_SpeaksInTheBrokersWords()
    {
        var error = new IncrementalAlterConfigsException([new IncrementalAlterConfigsReport { Error = new Error(ErrorCode.InvalidConfig, "value should be at least 1") }]);

        AdminFailure.Of(error).Message.ShouldBe("value should be at least 1");
    }

    [Theory]
    [InlineData("2.4-IV1", "", "2.4")]
    [InlineData("2.4-IV1", "socket.listen.backlog.size", "3.2")]
    [InlineData("3.9-IV0", "group.coordinator.append.linger.ms", "3.9")]
    [InlineData(null, "group.coordinator.append.linger.ms", "4.0")]
    public void Of_SettingsOfABroker_TellItsVersion(string? protocol, string known, string version)
    {
        List<ConfigEntryResult> entries = [Entry(known, "5", true)];
        if (protocol is not null)
        {
            entries.Add(Entry("inter.broker.protocol.version", protocol, true));
        }

        BrokerVersion.Of(entries).ShouldBe(KafkaVersion.Parse(version));
    }

    [Fact]
    public void Differences_OfABroker_AreNamesDefaultsAndModes()
    {
        var catalogue = CatalogueReader.Read(new KafkaVersion(2, 4));
        var live = catalogue.Entries.Where(e => e.Scope == Core.Spaces.ParameterScope.Broker && e.Name != "num.partitions")
            .Select(e => e.Name switch
            {
                "num.io.threads" => Entry(e.Name, "12", true, (e.Name, "9", ConfigSource.DefaultConfig)),
                _ => Entry(e.Name, e.Default.ToString(), e.UpdateMode == Core.Spaces.UpdateMode.Restart, (e.Name, e.Default.ToString(), ConfigSource.DefaultConfig)),
            }).ToList();

        CatalogueComparison.Differences(catalogue, live).ShouldBe(
        [
            "num.io.threads: the broker says read-only, the catalogue ClusterWide",
            "num.io.threads: the broker's default is 9, the catalogue's 8",
            "num.partitions: the broker does not know it; the catalogue has it since Kafka 2.4",
        ]);
    }

    private static ConfigEntryResult Entry(string name, string value, bool isReadOnly, params (string Name, string Value, ConfigSource Source)[] synonyms) => new()
    {
        Name = name,
        Value = value,
        IsReadOnly = isReadOnly,
        Source = synonyms.Length > 0 ? synonyms[0].Source : ConfigSource.DefaultConfig,
        Synonyms = [.. synonyms.Select(s => new ConfigSynonym { Name = s.Name, Value = s.Value, Source = s.Source })],
    };
}
