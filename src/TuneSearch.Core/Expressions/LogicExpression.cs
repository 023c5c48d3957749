using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>«&amp;&amp;» and «||» over truth, falsehood and nothing.</summary>
/// <param name="decisive">The value of either side that settles the whole: false for «and», true for «or».</param>
internal sealed class LogicExpression(Expression left, bool decisive, Expression right) : Expression
{
    public override IReadOnlySet<string> Names { get; } = Union(left, right);

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup)
    {
        var first = left.Evaluate(lookup);
        if (first is { } a && a.AsBoolean() == decisive)
        {
            return first;
        }

        var second = right.Evaluate(lookup);
        return second is { } b && b.AsBoolean() == decisive ? second : first is null ? null : second;
    }

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var a = left.Bounds(lookup);
        var b = right.Bounds(lookup);
        return ValueRange.Truth(
            decisive ? a.CanBeTrue || b.CanBeTrue : a.CanBeTrue && b.CanBeTrue,
            decisive ? a.CanBeFalse && b.CanBeFalse : a.CanBeFalse || b.CanBeFalse) with
        { IsMissingPossible = a.IsMissingPossible || b.IsMissingPossible };
    }
}
