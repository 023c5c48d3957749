using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;

namespace TuneSearch.Core.Tests.Spaces;

/// <summary>What the files in search-spaces/good and bad do not show: catalogues, order, and what defaults become.</summary>
public sealed class SpaceBuilderTests
{
    [Fact]
    public void Build_ConditionNamesLaterParameter_PutsItAfterThat()
    {
        var space = Build(Draft(
            Number("level") with { When = "codec == zstd" },
            new ParameterDraft("codec") { Values = [Raw("none"), Raw("zstd")] },
            Number("plain")));

        space.Parameters.Select(p => p.Name).ShouldBe(["codec", "level", "plain"]);
        space.Defaults.Key.ShouldBe("codec=none;plain=5");
    }

    [Theory]
    [InlineData("64KiB", "1MiB", "batch.size", null, "an integer from 65536 to 1048576")]
    [InlineData("1ms", "2s", "linger.ms", null, "an integer from 1 to 2000")]
    [InlineData("20", "30", "linger.ms", null, "an integer from 20 to 30")]
    [InlineData("500ms", "2s", "timeout", "s", "a number from 0.5 to 2")]
    public void Build_RangeWithUnits_CountsInTheParametersUnit(string low, string high, string name, string? unit, string domain)
    {
        var draft = new ParameterDraft(name) { Range = [Raw(low), Raw(high)], Unit = unit, Type = domain.StartsWith("an") ? null : DomainType.Real };

        Build(Draft(draft)).Parameters[0].Domain.Describe().ShouldBe(domain);
    }

    [Theory]
    [InlineData(DomainType.Integer, "5")]
    [InlineData(DomainType.Real, "5")]
    [InlineData(DomainType.Boolean, "false")]
    public void Build_NoDefault_TakesTheMiddleOrFalse(DomainType type, string value)
    {
        var draft = new ParameterDraft("a") { Type = type, Range = type == DomainType.Boolean ? null : [Raw("0"), Raw("10")] };

        Build(Draft(draft)).Parameters[0].Default.ToString().ShouldBe(value);
    }

    [Theory]
    [InlineData("none on off", "Text Text Text")]
    [InlineData("true false", "Boolean Boolean")]
    [InlineData("true auto", "Text Text")]
    [InlineData("1 2 3", "Integer Integer Integer")]
    [InlineData("1 2.5", "Real Real")]
    [InlineData("none 3", "Text Integer")]
    public void Build_ListedValues_HaveTheKindTheyLookLike(string values, string kinds)
    {
        var draft = new ParameterDraft("a") { Type = DomainType.Categorical, Values = [.. values.Split(' ').Select(Raw)] };

        var domain = Build(Draft(draft)).Parameters[0].Domain.ShouldBeOfType<CategoricalDomain>();
        string.Join(' ', domain.Values.Select(v => v.Kind)).ShouldBe(kinds);
    }

    [Fact]
    public void Build_QuotedNumbers_StayTexts()
    {
        var draft = new ParameterDraft("a") { Values = [new RawValue("1", true), new RawValue("2", true)] };

        var domain = Build(Draft(draft)).Parameters[0].Domain.ShouldBeOfType<CategoricalDomain>();
        domain.Values.ShouldAllBe(v => v.Kind == ParameterValueKind.Text);
    }

    [Fact]
    public void Build_SpecialValueAsDefault_IsInside()
    {
        var draft = new ParameterDraft("a") { Range = [Raw("64"), Raw("128")], Special = [Raw("-1")], Default = Raw("-1") };

        Build(Draft(draft)).Parameters[0].Default.ShouldBe(ParameterValue.Integer(-1));
    }

    [Fact]
    public void Build_EverythingFrozen_IsRefused() =>
        Problems(Draft(Number("a") with { Frozen = true })).ShouldBe(
            ["parameters: test: every parameter is frozen, so there is nothing to search. Leave frozen: true away from at least one parameter."]);

    [Fact]
    public void Build_NoParameters_IsRefused() =>
        Problems(Draft()).ShouldBe(["parameters: test: a search space needs at least one parameter. List them under parameters:."]);

    [Fact]
    public void Build_ConstraintOfInactiveParameter_CanBeMet()
    {
        var draft = Draft(new ParameterDraft("codec") { Values = [Raw("none"), Raw("zstd")] }, Number("level") with { When = "codec == zstd" })
            with { Constraints = ["level > 100"] };

        Build(draft).Constraints.ShouldHaveSingleItem().IsSatisfiedBy(Build(draft).Defaults).ShouldBeTrue();
    }

    private static SearchSpace Build(SpaceDraft draft) => new SpaceBuilder(new NoCatalogue()).Build(draft).OrThrow();

    private static IEnumerable<string> Problems(SpaceDraft draft) => new SpaceBuilder(new NoCatalogue()).Build(draft).Problems.Select(p => p.ToString());

    private static SpaceDraft Draft(params ParameterDraft[] parameters) => new("test") { Parameters = [.. parameters] };

    private static ParameterDraft Number(string name) => new(name) { Range = [Raw("0"), Raw("10")], Default = Raw("5") };

    private static RawValue Raw(string text) => new(text);
}
