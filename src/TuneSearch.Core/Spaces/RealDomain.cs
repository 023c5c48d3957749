using System.Globalization;

namespace TuneSearch.Core.Spaces;

/// <summary>Real numbers from <paramref name="Minimum"/> to <paramref name="Maximum"/>, both ends included.</summary>
/// <param name="Step">The grid the values lie on, counted from the minimum; 0 for a continuum.</param>
/// <param name="Special">Values beside the range that mean something of their own.</param>
public sealed record RealDomain(double Minimum, double Maximum, Scale Scale = Scale.Linear, double Step = 0, ValueList? Special = null) : Domain
{
    public override bool IsOrdered => true;

    public override long? Count => Step > 0 ? (long)Math.Floor(((Maximum - Minimum) / Step) + 1e-9) + 1 + (Special?.Count ?? 0) : null;

    public override bool Contains(ParameterValue value) =>
        value.IsNumber && ((value.AsNumber() >= Minimum && value.AsNumber() <= Maximum && IsOnGrid(value.AsNumber())) || IsSpecial(value));

    public override bool IsSpecial(ParameterValue value) => Special?.Contains(value) ?? false;

    public override ParameterValue FromUnit(double unit)
    {
        var raw = ScaleMath.FromUnit(unit, Minimum, Maximum, Scale);
        var rounded = Step > 0 ? OnGrid(raw) : ScaleMath.WithoutError(ScaleMath.Neat(raw, Minimum, Maximum, Scale));
        return ParameterValue.Real(Math.Clamp(rounded, Minimum, Maximum));
    }

    public override double ToUnit(ParameterValue value) => ScaleMath.ToUnit(value.AsNumber(), Minimum, Maximum, Scale);

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit)
    {
        if (Count is not { } count || count > limit)
        {
            return null;
        }

        var values = new List<ParameterValue>(Special ?? []);
        var onGrid = count - (Special?.Count ?? 0);
        for (var i = 0; i < onGrid; i++)
        {
            values.Add(ParameterValue.Real(ScaleMath.WithoutError(Minimum + (i * Step))));
        }

        return values;
    }

    public override string Describe()
    {
        var step = Step > 0 ? string.Create(CultureInfo.InvariantCulture, $" in steps of {Step}") : string.Empty;
        var special = Special is { Count: > 0 } ? $", or {string.Join(" or ", Special)}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"a number from {Minimum} to {Maximum}{step}{special}");
    }

    private double OnGrid(double raw) => ScaleMath.WithoutError(Minimum + (Math.Round((raw - Minimum) / Step) * Step));

    private bool IsOnGrid(double value) => Step <= 0 || Math.Abs(OnGrid(value) - value) <= Math.Abs(Step) * 1e-6;
}
