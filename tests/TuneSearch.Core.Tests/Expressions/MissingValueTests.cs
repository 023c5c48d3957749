using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Expressions;

/// <summary>What becomes of an expression when a name has no value: an inactive parameter, a metric that was not measured.</summary>
public sealed class MissingValueTests
{
    [Theory]
    [InlineData("a > 1", null)]
    [InlineData("a + b", null)]
    [InlineData("!(a > 1)", null)]
    [InlineData("a in [1, 2]", null)]
    [InlineData("max(a, b)", null)]
    [InlineData("a > 1 && b > 100", "false")]
    [InlineData("b > 100 && a > 1", "false")]
    [InlineData("a > 1 && b > 1", null)]
    [InlineData("a > 1 || b > 1", "true")]
    [InlineData("b > 1 || a > 1", "true")]
    [InlineData("a > 1 || b > 100", null)]
    public void Evaluate_NameWithoutValue_IsNothingUnlessTheRestSettlesIt(string text, string? value)
    {
        var parsed = ExpressionParser.Parse(text, Names.Scope);

        parsed.Expression!.Evaluate(name => name == "b" ? ParameterValue.Integer(7) : null)?.ToString().ShouldBe(value);
    }
}
