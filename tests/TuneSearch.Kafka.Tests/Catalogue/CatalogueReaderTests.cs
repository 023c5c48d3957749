using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Tests.Catalogue;

public sealed class CatalogueReaderTests
{
    public static TheoryData<string> Versions => [.. CatalogueReader.Versions.Select(v => v.ToString()), "3.4", "5.0"];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_EveryEntry_DefaultIsWithinLimitsAndSearch(string version)
    {
        var wrong = CatalogueReader.Read(KafkaVersion.Parse(version)).Entries
            .Where(e => !e.Limits.Contains(e.Default)
                || (e.Search is { } search && !search.Contains(e.Default)))
            .Select(e => $"{e.Scope} {e.Name} = {e.Default}: {e.Limits.Describe()}; {e.Search?.Describe()}");

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_EverySearchRange_LiesWithinLimits(string version)
    {
        var wrong = CatalogueReader.Read(KafkaVersion.Parse(version)).Entries
            .Where(e => e.Search is not null)
            .Where(e => (e.Search!.Enumerate(64) ?? [e.Search.FromUnit(0), e.Search.FromUnit(1)]).Any(v => !e.Limits.Contains(v)))
            .Select(e => $"{e.Scope} {e.Name}: {e.Search!.Describe()} against {e.Limits.Describe()}");

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_EveryEntry_ModeFitsItsScope(string version)
    {
        var wrong = CatalogueReader.Read(KafkaVersion.Parse(version)).Entries.Where(e => !ModesOf(e.Scope).Contains(e.UpdateMode));

        wrong.Select(e => e.Name).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_EveryEntry_SaysWhatItIsAndWhereThatIsKnownFrom(string version)
    {
        var wrong = CatalogueReader.Read(KafkaVersion.Parse(version)).Entries
            .Where(e => e.Meaning.Length < 8 || e.Source.Length < 3 || (e.Search is null && e.FrozenBecause is null));

        wrong.Select(e => e.Name).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_NamesThatEntriesLawsAndClientNamesRefer_ToEntries(string version)
    {
        var catalogue = CatalogueReader.Read(KafkaVersion.Parse(version));

        var topicsWithoutBroker = catalogue.Entries.Where(e => e.BrokerSynonym is { } name && catalogue.Find(ParameterScope.Broker, name) is null).Select(e => e.Name);
        var namesWithoutEntry = catalogue.ClientNames.Where(n => catalogue.Find(n.Scope, n.Librdkafka) is null).Select(n => n.Librdkafka);
        var clientsWithoutName = catalogue.Entries
            .Where(e => e.UpdateMode == UpdateMode.Client && catalogue.FindClientName(e.Scope, e.Name) is null).Select(e => e.Name);
        var conditions = catalogue.Entries.Where(e => e.When is not null && catalogue.Find(e.Scope, e.When.Split(' ')[0]) is null).Select(e => e.Name);
        var laws = catalogue.Laws.Where(l => !l.Text.Split(' ').Where(w => w.Contains('.', StringComparison.Ordinal)).All(w => catalogue.Find(l.Scope, w) is not null));

        topicsWithoutBroker.Concat(namesWithoutEntry).Concat(clientsWithoutName).Concat(conditions).Concat(laws.Select(l => l.Text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2.4", "replica.lag.time.max.ms", "10000")]
    [InlineData("3.9", "replica.lag.time.max.ms", "30000")]
    [InlineData("2.4", "message.max.bytes", "1000012")]
    [InlineData("3.9", "message.max.bytes", "1048588")]
    [InlineData("3.9", "num.network.threads", "3")]
    [InlineData("3.9", "num.recovery.threads.per.data.dir", "1")]
    [InlineData("4.0", "num.recovery.threads.per.data.dir", "2")]
    [InlineData("3.9", "group.coordinator.append.linger.ms", "10")]
    [InlineData("4.1", "group.coordinator.append.linger.ms", "5")]
    [InlineData("4.3", "group.coordinator.append.linger.ms", "-1")]
    [InlineData("4.2", "group.coordinator.threads", "4")]
    [InlineData("3.9", "compression.zstd.level", "3")]
    public void Read_BrokerDefault_IsThatOfTheVersion(string version, string name, string expected) =>
        CatalogueReader.Read(KafkaVersion.Parse(version)).Find(ParameterScope.Broker, name)!.Default.ToString().ShouldBe(expected);

    [Fact]
    public void Read_SettingOfALaterVersion_IsAbsent() =>
        CatalogueReader.Read(new KafkaVersion(2, 4)).Find(ParameterScope.Broker, "fetch.max.bytes").ShouldBeNull();

    [Theory]
    [InlineData("num.network.threads", UpdateMode.ClusterWide)]
    [InlineData("num.io.threads", UpdateMode.ClusterWide)]
    [InlineData("background.threads", UpdateMode.ClusterWide)]
    [InlineData("num.replica.fetchers", UpdateMode.ClusterWide)]
    [InlineData("log.cleaner.threads", UpdateMode.ClusterWide)]
    [InlineData("queued.max.requests", UpdateMode.Restart)]
    [InlineData("socket.send.buffer.bytes", UpdateMode.Restart)]
    [InlineData("replica.fetch.max.bytes", UpdateMode.Restart)]
    [InlineData("fetch.max.bytes", UpdateMode.Restart)]
    [InlineData("group.coordinator.threads", UpdateMode.Restart)]
    [InlineData("log.segment.bytes", UpdateMode.ClusterWide)]
    public void Read_UpdateMode_IsThatOfTheReference(string name, UpdateMode expected) =>
        CatalogueReader.Read(new KafkaVersion(3, 9)).Find(ParameterScope.Broker, name)!.UpdateMode.ShouldBe(expected);

    [Fact]
    public void Read_ThreadPools_AreThoseOfTheLadderLaw() =>
        CatalogueReader.Read(new KafkaVersion(3, 9)).Entries.Where(e => e.IsPool).Select(e => e.Name).Order().ShouldBe(
        [
            "background.threads", "log.cleaner.threads", "num.io.threads", "num.network.threads",
            "num.recovery.threads.per.data.dir", "num.replica.fetchers",
        ]);

    [Theory]
    [InlineData(ParameterScope.Broker, "min.insync.replicas")]
    [InlineData(ParameterScope.Broker, "unclean.leader.election.enable")]
    [InlineData(ParameterScope.Broker, "default.replication.factor")]
    [InlineData(ParameterScope.Broker, "log.flush.interval.messages")]
    [InlineData(ParameterScope.Broker, "transaction.partition.verification.enable")]
    [InlineData(ParameterScope.Topic, "min.insync.replicas")]
    [InlineData(ParameterScope.Topic, "flush.messages")]
    [InlineData(ParameterScope.Producer, "acks")]
    [InlineData(ParameterScope.Producer, "enable.idempotence")]
    public void Read_DurabilitySetting_IsFrozen(ParameterScope scope, string name)
    {
        var entry = CatalogueReader.Read(new KafkaVersion(3, 9)).Find(scope, name)!;

        (entry.IsDurability, entry.IsFrozen).ShouldBe((true, true));
    }

    [Fact]
    public void Read_VersionBeforeTheOldest_SaysWhichIsTheOldest() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CatalogueReader.Read(new KafkaVersion(2, 3))).Message
            .ShouldStartWith("Kafka 2.3 is older than 2.4, the oldest that the catalogue knows; upgrade the brokers or name parameters without 'use'.");

    private static UpdateMode[] ModesOf(ParameterScope scope) => scope switch
    {
        ParameterScope.Broker => [UpdateMode.ClusterWide, UpdateMode.PerBroker, UpdateMode.Restart],
        ParameterScope.Topic => [UpdateMode.Topic],
        ParameterScope.Producer or ParameterScope.Consumer => [UpdateMode.Client],
        ParameterScope.Jvm => [UpdateMode.Restart],
        ParameterScope.Os => [UpdateMode.Sysctl],
        _ => [UpdateMode.Hook],
    };
}
