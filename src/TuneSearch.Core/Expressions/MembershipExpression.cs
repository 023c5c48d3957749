using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>«compression.type in [lz4, zstd]».</summary>
internal sealed class MembershipExpression(Expression operand, ImmutableArray<ParameterValue> values) : Expression
{
    public override IReadOnlySet<string> Names => operand.Names;

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) =>
        operand.Evaluate(lookup) is { } value ? ParameterValue.Boolean(values.Any(v => ComparisonExpression.AreEqual(v, value))) : null;

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var range = operand.Bounds(lookup);
        var canHold = range switch
        {
            { IsNumber: true } => values.Any(v => v.IsNumber && v.AsNumber() >= range.Low && v.AsNumber() <= range.High),
            { Listed: { } listed } => listed.Any(values.Contains),
            _ => true,
        };
        var canFail = range.Listed is not { } all || !all.All(values.Contains);
        return ValueRange.Truth(canHold, canFail) with { IsMissingPossible = range.IsMissingPossible };
    }
}
