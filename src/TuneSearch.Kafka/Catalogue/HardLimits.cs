using System.Globalization;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>What the broker or client itself accepts, whatever a search would like.</summary>
/// <param name="Minimum">Null for no lower limit.</param>
/// <param name="Maximum">Null for no upper limit.</param>
/// <param name="Special">Values beside the limits that mean something of their own.</param>
/// <param name="Values">The only values of a categorical setting.</param>
public sealed record HardLimits(SettingType Type, double? Minimum, double? Maximum, ValueList Special, ValueList Values)
{
    public bool Contains(ParameterValue value) => Type switch
    {
        SettingType.Boolean => value.Kind == ParameterValueKind.Boolean,
        SettingType.Categorical => Values.IndexOf(value) >= 0,
        SettingType.Integer => value.Kind == ParameterValueKind.Integer && IsInside(value),
        _ => value.IsNumber && IsInside(value),
    };

    public string Describe()
    {
        if (Type is SettingType.Boolean)
        {
            return "true or false";
        }

        if (Type is SettingType.Categorical)
        {
            return "one of " + string.Join(", ", Values);
        }

        var range = (Minimum, Maximum) switch
        {
            (null, null) => "any",
            ({ } low, null) => ">= " + Text(low),
            (null, { } high) => "<= " + Text(high),
            ({ } low, { } high) => Text(low) + ".." + Text(high),
        };
        return Special.Count == 0 ? range : range + " or " + string.Join(" or ", Special);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private bool IsInside(ParameterValue value) =>
        Special.Contains(value) || (!(value.AsNumber() < Minimum) && !(value.AsNumber() > Maximum));
}
