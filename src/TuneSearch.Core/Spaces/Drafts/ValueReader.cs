using System.Globalization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Turns written values into those of a parameter, in the parameter's own unit.</summary>
internal sealed class ValueReader(string unitName)
{
    private readonly Unit? _unit = Unit.TryFind(unitName, out var unit) ? unit : null;

    /// <summary>Empty for none.</summary>
    public string UnitName => unitName;

    /// <summary>The number, or why it is none.</summary>
    public (ParameterValue? Value, string? Error) Number(RawValue raw, bool isInteger)
    {
        if (raw.IsQuoted || !Quantity.TryParse(raw.Text, out var quantity))
        {
            return (null, $"'{raw.Text}' is not a number");
        }

        if (quantity.Dimension != Dimension.None && quantity.Dimension != (_unit?.Dimension ?? quantity.Dimension))
        {
            return (null, $"'{raw.Text}' does not count in {unitName}");
        }

        // Fifteen digits undo the last-bit error of the factor: 20ms is 20 in milliseconds.
        var value = quantity.Dimension == Dimension.None || _unit is null ? quantity.Value
            : double.Parse((quantity.Value / _unit.Factor).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (!isInteger)
        {
            return (ParameterValue.Real(value), null);
        }

        if (quantity.IsWhole && quantity.Dimension == Dimension.None && long.TryParse(raw.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact))
        {
            return (ParameterValue.Integer(exact), null);
        }

        return value == Math.Floor(value) && Math.Abs(value) < long.MaxValue
            ? (ParameterValue.Integer((long)value), null)
            : (null, $"'{raw.Text}' is not a whole number");
    }

    /// <summary>A list's values, each by its own look: numbers, booleans where all are, else texts. One real makes all numbers real.</summary>
    public ValueList Listed(IReadOnlyList<RawValue> raws)
    {
        var areBooleans = raws.All(raw => !raw.IsQuoted && raw.Text is "true" or "false");
        var values = raws.Select(raw => areBooleans ? ParameterValue.Boolean(raw.Text == "true") : ByLook(raw)).ToArray();
        return values.Any(v => v.Kind == ParameterValueKind.Real) && values.All(v => v.IsNumber)
            ? ValueList.From(values.Select(v => ParameterValue.Real(v.AsNumber())))
            : ValueList.From(values);
    }

    /// <summary>The written value as one of the domain's kind; null with the reason where it cannot be one.</summary>
    public (ParameterValue? Value, string? Error) Of(RawValue raw, Domain domain) => domain switch
    {
        IntegerDomain => Number(raw, isInteger: true),
        RealDomain => Number(raw, isInteger: false),
        ListedDomain d => (Among(raw, d.Values), null),
        _ => raw.Text is "true" or "false" && !raw.IsQuoted
            ? (ParameterValue.Boolean(raw.Text == "true"), null)
            : (null, $"'{raw.Text}' is not a boolean"),
    };

    private ParameterValue Among(RawValue raw, ValueList values)
    {
        var look = ByLook(raw);
        foreach (var value in values)
        {
            if (value.ToString() == raw.Text || (value.IsNumber && look.IsNumber && value.AsNumber().Equals(look.AsNumber())))
            {
                return value;
            }
        }

        return look;
    }

    private ParameterValue ByLook(RawValue raw)
    {
        if (raw.IsQuoted)
        {
            return ParameterValue.Text(raw.Text);
        }

        return Number(raw, isInteger: true).Value ?? Number(raw, isInteger: false).Value ?? ParameterValue.Text(raw.Text);
    }
}
