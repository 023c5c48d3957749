using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Tests.Catalogue;

public sealed class KafkaParameterCatalogueTests
{
    private readonly KafkaParameterCatalogue _catalogue = new();

    public static TheoryData<string> Names => [.. new KafkaParameterCatalogue().Names];

    [Fact]
    public void Names_OfTheCatalogues_AreEveryReleaseLine() =>
        string.Join(' ', _catalogue.Names).ShouldBe(
            "kafka/2.4 kafka/2.5 kafka/2.6 kafka/2.7 kafka/2.8 kafka/3.0 kafka/3.1 kafka/3.2 kafka/3.3 kafka/3.4 kafka/3.5 kafka/3.6 kafka/3.7 kafka/3.8 kafka/3.9 kafka/4.0 kafka/4.1 kafka/4.2 kafka/4.3");

    [Theory]
    [InlineData("kafka/3.9.1", "kafka/3.9")]
    [InlineData("kafka/2.4.0", "kafka/2.4")]
    public void ParametersOf_PatchRelease_AreThoseOfItsLine(string patch, string line) => _catalogue.ParametersOf(patch).ShouldBe(_catalogue.ParametersOf(line));

    [Theory]
    [InlineData("kafka/1.0")]
    [InlineData("kafka/2.9")]
    [InlineData("kafka/9.9")]
    [InlineData("kafka/3.9.x")]
    [InlineData("kafka/3.9.1.1")]
    [InlineData("kafka/abc")]
    [InlineData("3.9")]
    public void ParametersOf_ReleaseThatIsNone_AreNone(string name) => _catalogue.ParametersOf(name).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_EveryEntry_HasADomainWithItsDefaultAndAConditionThatParses(string name)
    {
        foreach (var entry in CatalogueReader.Read(KafkaVersion.Parse(name["kafka/".Length..])).Entries)
        {
            var found = _catalogue.Find(name, entry.Name, entry.Scope)!;

            found.Template.Domain.Contains(entry.Default).ShouldBeTrue($"{entry.Name} = {entry.Default}: {found.Template.Domain.Describe()}");
            (found.Template.ActiveWhen is null).ShouldBe(entry.When is null, entry.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ConstraintsOf_EveryCatalogue_ParseAndHoldAtTheDefaults(string name)
    {
        var known = CatalogueReader.Read(KafkaVersion.Parse(name["kafka/".Length..]));
        foreach (var law in known.Laws)
        {
            var entries = known.Entries.Where(e => e.Scope == law.Scope).ToList();
            var parsed = ExpressionParser.Parse(law.Text, new ExpressionScope(entries.Select(e => new Symbol(e.Name, ExpressionType.Number))), ExpressionType.Boolean);

            parsed.IsValid.ShouldBeTrue($"{law.Text}: {string.Join("; ", parsed.Errors)}");
            parsed.Expression!.Evaluate(n => entries.Find(e => e.Name == n)?.Default)!.Value.AsBoolean().ShouldBeTrue(law.Text);
        }
    }

    /// <summary>Every setting that is known to matter to speed, by Kafka's sources and its vendors' guides; Java's client names count where they are mapped. max.poll.records has nothing like it in librdkafka.</summary>
    [Theory]
    [InlineData(ParameterScope.Broker, """
        num.network.threads num.io.threads background.threads num.replica.fetchers num.recovery.threads.per.data.dir queued.max.requests
        queued.max.request.bytes socket.send.buffer.bytes socket.receive.buffer.bytes socket.request.max.bytes socket.listen.backlog.size max.connections
        max.connection.creation.rate max.connections.per.ip connections.max.idle.ms connection.failed.authentication.delay.ms replica.fetch.max.bytes
        replica.fetch.response.max.bytes replica.fetch.min.bytes replica.fetch.wait.max.ms replica.socket.receive.buffer.bytes replica.lag.time.max.ms
        replica.socket.timeout.ms fetch.max.bytes max.incremental.fetch.session.cache.slots fetch.purgatory.purge.interval.requests
        producer.purgatory.purge.interval.requests log.segment.bytes log.index.interval.bytes log.index.size.max.bytes log.flush.interval.messages
        log.flush.interval.ms log.preallocate log.cleaner.threads log.cleaner.dedupe.buffer.size log.cleaner.io.max.bytes.per.second
        log.cleaner.io.buffer.size compression.type compression.gzip.level compression.lz4.level compression.zstd.level message.max.bytes min.insync.replicas
        default.replication.factor unclean.leader.election.enable num.partitions offsets.topic.num.partitions group.coordinator.threads
        group.coordinator.append.linger.ms group.initial.rebalance.delay.ms offsets.commit.timeout.ms transaction.state.log.num.partitions
        transaction.partition.verification.enable producer.id.expiration.ms log.roll.ms log.retention.ms log.local.retention.ms
        """)]
    [InlineData(ParameterScope.Topic, """
        segment.bytes index.interval.bytes flush.messages flush.ms preallocate compression.type compression.gzip.level compression.lz4.level
        compression.zstd.level max.message.bytes min.insync.replicas unclean.leader.election.enable
        """)]
    [InlineData(ParameterScope.Producer, """
        linger.ms batch.size compression.type compression.level buffer.memory max.in.flight.requests.per.connection acks enable.idempotence
        queue.buffering.max.kbytes queue.buffering.max.messages batch.num.messages delivery.timeout.ms request.timeout.ms max.request.size partitioner
        """)]
    [InlineData(ParameterScope.Consumer, """
        fetch.min.bytes fetch.max.wait.ms fetch.wait.max.ms max.partition.fetch.bytes fetch.max.bytes receive.message.max.bytes receive.buffer.bytes
        queued.min.messages queued.max.messages.kbytes fetch.queue.backoff.ms group.protocol isolation.level
        """)]
    [InlineData(ParameterScope.Jvm, """
        heap gc MaxGCPauseMillis InitiatingHeapOccupancyPercent G1HeapRegionSize MetaspaceSize MinMetaspaceFreeRatio MaxMetaspaceFreeRatio AlwaysPreTouch
        ExplicitGCInvokesConcurrent
        """)]
    [InlineData(ParameterScope.Os, """
        vm.swappiness vm.dirty_background_ratio vm.dirty_background_bytes vm.dirty_ratio vm.dirty_bytes vm.dirty_expire_centisecs vm.dirty_writeback_centisecs
        vm.max_map_count net.core.rmem_max net.core.wmem_max net.core.somaxconn net.ipv4.tcp_rmem net.ipv4.tcp_wmem
        """)]
    [InlineData(ParameterScope.Infra, """
        filesystem mount.options readahead.kbytes io.scheduler nofile
        """)]
    public void Read_NewestVersion_KnowsEverySettingThatMatters(ParameterScope scope, string names)
    {
        var known = CatalogueReader.Read(CatalogueReader.Versions[^1]);

        names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(name => known.Find(scope, name) is null && known.ClientNames.All(n => n.Scope != scope || n.Java != name)).ShouldBeEmpty();
    }

    [Fact]
    public void Find_NameWithItsScope_IsThatScopesSetting()
    {
        var entry = _catalogue.Find("kafka/3.9", "topic.compression.zstd.level", null)!;

        (entry.Template.Scope, entry.Template.SettingName, entry.Template.ActiveWhen!.Text)
            .ShouldBe((ParameterScope.Topic, "compression.zstd.level", "topic.compression.type == zstd"));
    }

    [Fact]
    public void Find_NameInTwoScopes_IsTheOneAskedFor() =>
        _catalogue.Find("kafka/3.9", "compression.type", ParameterScope.Producer)!.Template.UpdateMode.ShouldBe(UpdateMode.Client);

    [Fact]
    public void Find_DurabilitySetting_SaysSo() =>
        _catalogue.Find("kafka/3.9", "min.insync.replicas", null)!.IsDurability.ShouldBeTrue();

    [Fact]
    public void Find_UnknownCatalogue_IsNull() => _catalogue.Find("kafka/1.0", "num.io.threads", null).ShouldBeNull();

    [Fact]
    public void Translate_JavaName_IsLibrdkafkasWithItsUnit()
    {
        var names = new CatalogueClientNames(CatalogueReader.Read(new KafkaVersion(3, 9)));

        var setting = names.Translate(ParameterScope.Producer, "buffer.memory", ParameterValue.Integer(67108864))!.Value;

        (setting.Name, setting.Value).ShouldBe(("queue.buffering.max.kbytes", "65536"));
    }

    [Fact]
    public void Translate_NameWithItsScope_LosesTheScope()
    {
        var names = new CatalogueClientNames(CatalogueReader.Read(new KafkaVersion(3, 9)));

        names.Translate(ParameterScope.Producer, "producer.compression.type", ParameterValue.Text("lz4"))!.Value.Name.ShouldBe("compression.type");
    }
}
