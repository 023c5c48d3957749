using System.Globalization;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Spaces;

/// <summary>One value of one parameter: an integer, a real number, a text or a boolean.</summary>
/// <remarks>Two values are equal when their kind and content are; the text form is culture-free and round-trips.</remarks>
[JsonConverter(typeof(ParameterValueJsonConverter))]
public readonly struct ParameterValue : IEquatable<ParameterValue>
{
    private readonly double _number;
    private readonly long _integer;
    private readonly string? _text;

    private ParameterValue(ParameterValueKind kind, long integer, double number, string? text)
    {
        Kind = kind;
        _integer = integer;
        _number = number;
        _text = text;
    }

    public ParameterValueKind Kind { get; }

    public bool IsNumber => Kind is ParameterValueKind.Integer or ParameterValueKind.Real;

    public static ParameterValue Integer(long value) => new(ParameterValueKind.Integer, value, value, null);

    public static ParameterValue Real(double value) => new(ParameterValueKind.Real, 0, value, null);

    public static ParameterValue Text(string value) => new(ParameterValueKind.Text, 0, double.NaN, value);

    public static ParameterValue Boolean(bool value) => new(ParameterValueKind.Boolean, value ? 1 : 0, value ? 1 : 0, null);

    public long AsInteger() => Kind == ParameterValueKind.Integer ? _integer : throw Mismatch(ParameterValueKind.Integer);

    /// <summary>The number, whether integer or real.</summary>
    public double AsNumber() => IsNumber ? _number : throw Mismatch(ParameterValueKind.Real);

    public string AsText() => Kind == ParameterValueKind.Text ? _text! : throw Mismatch(ParameterValueKind.Text);

    public bool AsBoolean() => Kind == ParameterValueKind.Boolean ? _integer == 1 : throw Mismatch(ParameterValueKind.Boolean);

    public bool Equals(ParameterValue other) =>
        Kind == other.Kind && _integer == other._integer && _number.Equals(other._number) && _text == other._text;

    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _integer, _number, _text);

    public override string ToString() => Kind switch
    {
        ParameterValueKind.Integer => _integer.ToString(CultureInfo.InvariantCulture),
        ParameterValueKind.Real => _number.ToString("R", CultureInfo.InvariantCulture),
        ParameterValueKind.Boolean => _integer == 1 ? "true" : "false",
        _ => _text ?? string.Empty,
    };

    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    public static bool operator !=(ParameterValue left, ParameterValue right) => !left.Equals(right);

    private InvalidOperationException Mismatch(ParameterValueKind wanted) =>
        new($"The value '{this}' is of kind {Kind}, not {wanted}; ask Kind before reading it.");
}
