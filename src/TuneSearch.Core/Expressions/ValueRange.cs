using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>What an expression can come to: an interval of numbers, a set of texts, true and/or false; and whether it can be nothing.</summary>
internal sealed record ValueRange
{
    public static readonly ValueRange Anything = new() { CanBeTrue = true, CanBeFalse = true, IsMissingPossible = true };

    public double Low { get; private init; } = double.NegativeInfinity;

    public double High { get; private init; } = double.PositiveInfinity;

    /// <summary>Null where the values are not listed.</summary>
    public ImmutableArray<ParameterValue>? Listed { get; private init; }

    public bool CanBeTrue { get; private init; }

    public bool CanBeFalse { get; private init; }

    public bool IsMissingPossible { get; init; }

    public bool IsNumber { get; private init; }

    public static ValueRange Number(double low, double high) =>
        double.IsNaN(low) || double.IsNaN(high) ? Anything : new() { Low = low, High = high, IsNumber = true };

    public static ValueRange Truth(bool canBeTrue, bool canBeFalse) => new() { CanBeTrue = canBeTrue, CanBeFalse = canBeFalse };

    public static ValueRange Of(ParameterValue value) => OneOf([value]);

    public static ValueRange OneOf(IReadOnlyList<ParameterValue> values)
    {
        if (values.Count > 0 && values.All(v => v.IsNumber))
        {
            return Number(values.Min(v => v.AsNumber()), values.Max(v => v.AsNumber()));
        }

        var truths = values.Where(v => v.Kind == ParameterValueKind.Boolean).Select(v => v.AsBoolean()).ToArray();
        return new() { Listed = [.. values], CanBeTrue = truths.Contains(true), CanBeFalse = truths.Contains(false) };
    }

    public static ValueRange OfDomain(Domain domain) => domain switch
    {
        IntegerDomain d => WithSpecial(d.Minimum, d.Maximum, d.Special),
        RealDomain d => WithSpecial(d.Minimum, d.Maximum, d.Special),
        ListedDomain d => OneOf(d.Values),
        _ => OneOf([ParameterValue.Boolean(false), ParameterValue.Boolean(true)]),
    };

    private static ValueRange WithSpecial(double low, double high, ValueList? special)
    {
        var beside = special?.Select(v => v.AsNumber()).ToArray() ?? [];
        return Number(beside.Append(low).Min(), beside.Append(high).Max());
    }
}
