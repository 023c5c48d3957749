using System.Globalization;

namespace TuneSearch.Core.Spaces;

/// <summary>Whole numbers from <paramref name="Minimum"/> to <paramref name="Maximum"/> in steps of <paramref name="Step"/>, both ends included.</summary>
/// <param name="Special">Values beside the range that mean something of their own, as -1 for «the system's choice».</param>
public sealed record IntegerDomain(long Minimum, long Maximum, Scale Scale = Scale.Linear, long Step = 1, ValueList? Special = null) : Domain
{
    public override bool IsOrdered => true;

    public override long? Count => (long)Int128.Min((((Int128)Maximum - Minimum) / Step) + 1 + (Special?.Count ?? 0), long.MaxValue);

    public override bool Contains(ParameterValue value) =>
        value.Kind == ParameterValueKind.Integer
        && (IsSpecial(value) || (value.AsInteger() >= Minimum && value.AsInteger() <= Maximum && (value.AsInteger() - Minimum) % Step == 0));

    public override bool IsSpecial(ParameterValue value) => Special?.Contains(value) ?? false;

    public override ParameterValue FromUnit(double unit)
    {
        var exact = ScaleMath.FromUnit(unit, Minimum, Maximum, Scale);
        var raw = Step == 1 ? ScaleMath.Neat(exact, Minimum, Maximum, Scale) : exact;
        var steps = (long)Math.Round((raw - Minimum) / Step, MidpointRounding.AwayFromZero);
        return ParameterValue.Integer(Minimum + Math.Clamp(steps, 0, (Maximum - Minimum) / Step) * Step);
    }

    public override double ToUnit(ParameterValue value) => ScaleMath.ToUnit(value.AsInteger(), Minimum, Maximum, Scale);

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit)
    {
        if (Count > limit)
        {
            return null;
        }

        var values = new List<ParameterValue>(Special ?? []);
        for (var v = Minimum; v <= Maximum; v += Step)
        {
            values.Add(ParameterValue.Integer(v));
        }

        return values;
    }

    public override string Describe()
    {
        var step = Step == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" in steps of {Step}");
        var special = Special is { Count: > 0 } ? $", or {string.Join(" or ", Special)}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"an integer from {Minimum} to {Maximum}{step}{special}");
    }
}
