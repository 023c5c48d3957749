using System.Collections.Immutable;
using NSubstitute;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;

namespace TuneSearch.Core.Tests.Spaces;

public sealed class SpaceInheritanceTests
{
    private readonly IParameterCatalogue _catalogue = Substitute.For<IParameterCatalogue>();

    public SpaceInheritanceTests()
    {
        _catalogue.Names.Returns(["kafka/3.9", "kafka/4.0"]);
        _catalogue.ParametersOf("kafka/3.9").Returns(["num.io.threads", "acks"]);
        _catalogue.ConstraintsOf(Arg.Any<string>()).Returns([]);
        _catalogue.ConstraintsOf("kafka/3.9").Returns(["num.io.threads >= 2", "num.io.threads >= elsewhere"]);
        _catalogue.Find("kafka/3.9", "num.io.threads", Arg.Any<ParameterScope?>()).Returns(new CatalogueEntry(
            new Parameter("num.io.threads", ParameterScope.Broker, new IntegerDomain(2, 64, Scale.Log), ParameterValue.Integer(8))
            {
                UpdateMode = UpdateMode.ClusterWide,
                Description = "Threads that handle requests.",
                ActiveWhen = new Condition("elsewhere > 1", Always()),
            },
            Minimum: 1));
        _catalogue.Find("kafka/3.9", "acks", Arg.Any<ParameterScope?>()).Returns(new CatalogueEntry(
            new Parameter("acks", ParameterScope.Producer, new CategoricalDomain([ParameterValue.Text("all"), ParameterValue.Text("1")]), ParameterValue.Text("all")),
            IsDurability: true));
    }

    [Fact]
    public void Build_NameAlone_InheritsEverything()
    {
        var parameter = Build(Draft(new ParameterDraft("num.io.threads"))).Parameters[0];

        parameter.ShouldBe(new Parameter("num.io.threads", ParameterScope.Broker, new IntegerDomain(2, 64, Scale.Log), ParameterValue.Integer(8))
        {
            UpdateMode = UpdateMode.ClusterWide,
            Description = "Threads that handle requests.",
        });
    }

    [Fact]
    public void Build_RangeOfItsOwn_KeepsTheRest() =>
        Build(Draft(new ParameterDraft("num.io.threads") { Range = [new RawValue("4"), new RawValue("16")] })).Parameters[0].Domain.ShouldBe(new IntegerDomain(4, 16, Scale.Log));

    [Fact]
    public void Build_CatalogueLaws_OnlyThoseWhoseNamesAreThere() =>
        Build(Draft(new ParameterDraft("num.io.threads"))).Constraints.Select(c => c.Text).ShouldBe(["num.io.threads >= 2"]);

    [Fact]
    public void Build_DurabilityParameter_IsFrozenUnlessAllowed()
    {
        var draft = Draft(new ParameterDraft("num.io.threads"), new ParameterDraft("acks"));

        Build(draft).Find("acks")!.IsFrozen.ShouldBeTrue();
        Build(draft, allowDurabilityChanges: true).Find("acks")!.IsFrozen.ShouldBeFalse();
    }

    [Fact]
    public void Build_RangeBelowTheHardLimit_IsRefused() =>
        Problems(Draft(new ParameterDraft("num.io.threads") { Range = [new RawValue("0"), new RawValue("16")], Scale = Scale.Linear })).ShouldBe(
            ["parameters[0].range: num.io.threads: the range starts at 0, and nothing below 1 is accepted. Start it at 1 or above."]);

    [Fact]
    public void Build_CatalogueDefaultOutsideOwnRange_IsRefused() =>
        Problems(Draft(new ParameterDraft("num.io.threads") { Range = [new RawValue("16"), new RawValue("32")] })).ShouldBe(
            ["parameters[0]: num.io.threads: default 8 lies outside an integer from 16 to 32. Write a default inside, or widen the range: the catalogue's default is what runs where nothing is set."]);

    [Fact]
    public void Build_UnknownName_SuggestsTheNearest() =>
        Problems(Draft(new ParameterDraft("num.io.thread"))).ShouldBe(
            ["parameters[0].name: num.io.thread: catalogue kafka/3.9 does not know it. Did you mean 'num.io.threads'?"]);

    [Theory]
    [InlineData("kafka/3.8", "Write one from kafka/3.9 to kafka/4.0.")]
    [InlineData("kafka/abc", "Write one from kafka/3.9 to kafka/4.0.")]
    [InlineData("kafak/3.9", "Did you mean 'kafka/3.9'?")]
    public void Build_UnknownCatalogue_SaysWhichThereAreAndNothingThatFollows(string use, string remedy) =>
        Problems(Draft(new ParameterDraft("num.io.threads"), new ParameterDraft("acks") { Default = new RawValue("all") }) with { Use = use }).ShouldBe(
            [$"use: test: there is no catalogue '{use}'. {remedy}"]);

    [Fact]
    public void Build_ThawedDurabilityParameter_IsRefusedUnlessAllowed() =>
        Problems(Draft(new ParameterDraft("num.io.threads"), new ParameterDraft("acks") { Frozen = false })).ShouldBe(
            ["parameters[1].frozen: acks: it decides what is lost when machines fail, so it stays frozen. Write allowDurabilityChanges: true in the job, or remove frozen: false."]);

    private static Expression Always() => ExpressionParser.Parse("true", new ExpressionScope([])).Expression!;

    private static SpaceDraft Draft(params ParameterDraft[] parameters) => new("test") { Use = "kafka/3.9", Parameters = [.. parameters] };

    private SearchSpace Build(SpaceDraft draft, bool allowDurabilityChanges = false) => new SpaceBuilder(_catalogue, allowDurabilityChanges).Build(draft).OrThrow();

    private ImmutableArray<string> Problems(SpaceDraft draft) => [.. new SpaceBuilder(_catalogue).Build(draft).Problems.Select(p => p.ToString())];
}
