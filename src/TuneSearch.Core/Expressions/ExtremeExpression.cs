using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>«min(a, b, …)» and «max(a, b, …)».</summary>
internal sealed class ExtremeExpression(bool largest, ImmutableArray<Expression> arguments) : Expression
{
    public override IReadOnlySet<string> Names { get; } = Union(arguments.AsSpan());

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup)
    {
        ParameterValue? extreme = null;
        foreach (var argument in arguments)
        {
            if (argument.Evaluate(lookup) is not { } value)
            {
                return null;
            }

            if (extreme is not { } current || (largest ? value.AsNumber() > current.AsNumber() : value.AsNumber() < current.AsNumber()))
            {
                extreme = value;
            }
        }

        return extreme;
    }

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var ranges = arguments.Select(argument => argument.Bounds(lookup)).ToArray();
        if (!ranges.All(range => range.IsNumber))
        {
            return ValueRange.Anything;
        }

        var bounds = largest
            ? ValueRange.Number(ranges.Max(r => r.Low), ranges.Max(r => r.High))
            : ValueRange.Number(ranges.Min(r => r.Low), ranges.Min(r => r.High));
        return bounds with { IsMissingPossible = ranges.Any(r => r.IsMissingPossible) };
    }
}
