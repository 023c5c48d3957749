using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

internal sealed class NotExpression(Expression operand) : Expression
{
    public override IReadOnlySet<string> Names => operand.Names;

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) =>
        operand.Evaluate(lookup) is { } value ? ParameterValue.Boolean(!value.AsBoolean()) : null;

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var inner = operand.Bounds(lookup);
        return ValueRange.Truth(inner.CanBeFalse, inner.CanBeTrue) with { IsMissingPossible = inner.IsMissingPossible };
    }
}
