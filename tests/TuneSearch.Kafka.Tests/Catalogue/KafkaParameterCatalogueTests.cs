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
