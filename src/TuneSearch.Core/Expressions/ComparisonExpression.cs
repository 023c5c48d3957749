using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

internal sealed class ComparisonExpression(Expression left, ComparisonOperator comparison, Expression right) : Expression
{
    public Expression Left => left;

    public ComparisonOperator Operator => comparison;

    public Expression Right => right;

    public override IReadOnlySet<string> Names { get; } = Union(left, right);

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) =>
        left.Evaluate(lookup) is { } a && right.Evaluate(lookup) is { } b ? ParameterValue.Boolean(Compare(a, b)) : null;

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var a = left.Bounds(lookup);
        var b = right.Bounds(lookup);
        var missing = a.IsMissingPossible || b.IsMissingPossible;
        var truth = a.IsNumber && b.IsNumber ? NumberBounds(a, b) : ListedBounds(a, b);
        return truth with { IsMissingPossible = missing };
    }

    internal static bool AreEqual(ParameterValue a, ParameterValue b) => a.IsNumber && b.IsNumber ? a.AsNumber().Equals(b.AsNumber()) : a == b;

    private bool Compare(ParameterValue a, ParameterValue b) => comparison switch
    {
        ComparisonOperator.Equal => AreEqual(a, b),
        ComparisonOperator.NotEqual => !AreEqual(a, b),
        ComparisonOperator.Less => a.AsNumber() < b.AsNumber(),
        ComparisonOperator.AtMost => a.AsNumber() <= b.AsNumber(),
        ComparisonOperator.Greater => a.AsNumber() > b.AsNumber(),
        _ => a.AsNumber() >= b.AsNumber(),
    };

    private ValueRange NumberBounds(ValueRange a, ValueRange b) => comparison switch
    {
        ComparisonOperator.Equal => Equality(a, b),
        ComparisonOperator.NotEqual => Negated(Equality(a, b)),
        ComparisonOperator.Less => ValueRange.Truth(a.Low < b.High, a.High >= b.Low),
        ComparisonOperator.AtMost => ValueRange.Truth(a.Low <= b.High, a.High > b.Low),
        ComparisonOperator.Greater => ValueRange.Truth(a.High > b.Low, a.Low <= b.High),
        _ => ValueRange.Truth(a.High >= b.Low, a.Low < b.High),
    };

    private ValueRange ListedBounds(ValueRange a, ValueRange b)
    {
        if (a.Listed is not { } first || b.Listed is not { } second)
        {
            return ValueRange.Truth(true, true);
        }

        var equal = ValueRange.Truth(first.Any(second.Contains), first.Length > 1 || second.Length > 1 || first[0] != second[0]);
        return comparison == ComparisonOperator.NotEqual ? Negated(equal) : equal;
    }

    private static ValueRange Equality(ValueRange a, ValueRange b) =>
        ValueRange.Truth(a.Low <= b.High && b.Low <= a.High, a.Low < a.High || b.Low < b.High || !a.Low.Equals(b.Low));

    private static ValueRange Negated(ValueRange truth) => ValueRange.Truth(truth.CanBeFalse, truth.CanBeTrue);
}
