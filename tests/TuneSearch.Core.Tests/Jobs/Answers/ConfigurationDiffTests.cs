using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs.Answers;

public class ConfigurationDiffTests
{
    private static readonly Parameter s_type = new(
        "type", ParameterScope.Producer, new CategoricalDomain(ValueList.From([ParameterValue.Text("none"), ParameterValue.Text("zstd")])), ParameterValue.Text("none"));

    private static readonly SearchSpace s_space = new(
        "space",
        [
            s_type,
            new Parameter("level", ParameterScope.Producer, new IntegerDomain(1, 12), ParameterValue.Integer(3))
            {
                ActiveWhen = new Condition("type == zstd", new IsText("type", "zstd")),
            },
        ]);

    private static readonly Configuration s_tuned = s_space.Activate(name => name == "type" ? ParameterValue.Text("zstd") : ParameterValue.Integer(7));

    [Fact]
    public void Changes_ANewlyActiveParameter_HadNoBaseline()
    {
        var changes = ConfigurationDiff.Changes(s_space, s_space.Defaults, s_tuned);

        changes.Select(c => (c.Parameter, c.Baseline)).ShouldBe([("type", ParameterValue.Text("none")), ("level", null)]);
    }

    [Fact]
    public void Revert_TheParent_TakesItsDependantAlong() =>
        ConfigurationDiff.Revert(s_space, s_space.Defaults, s_tuned, new HashSet<string> { "type" }).ShouldBe(s_space.Defaults);

    [Fact]
    public void Revert_ADependant_PutsItAtItsDefault() =>
        ConfigurationDiff.Revert(s_space, s_space.Defaults, s_tuned, new HashSet<string> { "level" })["level"].ShouldBe(ParameterValue.Integer(3));

    private sealed class IsText(string name, string text) : Expression
    {
        public override IReadOnlySet<string> Names { get; } = new HashSet<string> { name };

        public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) =>
            lookup(name) is { } value ? ParameterValue.Boolean(value.AsText() == text) : null;

        internal override ValueRange Bounds(Func<string, ValueRange> lookup) => throw new NotSupportedException();
    }
}
