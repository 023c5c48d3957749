using System.Globalization;
using System.Text.Json;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Records;

/// <summary>Turns one written word into a value of a type, or says why it is none and what would be.</summary>
internal static class ScalarReader
{
    private const double LongestSeconds = 3650.0 * 86_400;

    public static bool Reads(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(RawValue) || type == typeof(TimeSpan) || IsNumber(type);

    public static bool IsNumber(Type type) => type == typeof(double) || IsWhole(type);

    public static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(ulong);

    /// <summary>The names of an enum's values as files write them.</summary>
    public static string[] NamesOf(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <param name="bounds">What the key's own range is, for a number that not even its type holds; null for none.</param>
    public static (object? Value, string? Error, string Remedy) Read(Type type, Dimension dimension, YamlScalar scalar, string? bounds = null)
    {
        if (type == typeof(string))
        {
            return (scalar.Text, null, string.Empty);
        }

        if (type == typeof(RawValue))
        {
            return (new RawValue(scalar.Text, scalar.IsQuoted), null, string.Empty);
        }

        if (type == typeof(bool))
        {
            return scalar is { IsQuoted: false, Text: "true" or "false" }
                ? (scalar.Text == "true", null, string.Empty)
                : (null, $"'{scalar.Text}' is neither true nor false", "Write true or false.");
        }

        if (type.IsEnum)
        {
            var names = NamesOf(type);
            var index = Array.FindIndex(names, name => string.Equals(name, scalar.Text, StringComparison.OrdinalIgnoreCase));
            return index >= 0
                ? (Enum.GetValues(type).GetValue(index), null, string.Empty)
                : (null, $"'{scalar.Text}' is not one of {string.Join(", ", names)}", Nearest.Remedy(scalar.Text, names));
        }

        return type == typeof(TimeSpan) ? Time(scalar) : Number(type, dimension, scalar, bounds);
    }

    private static (object? Value, string? Error, string Remedy) Time(YamlScalar scalar)
    {
        const string Remedy = "Write a number with its unit: 500ms, 5s, 10m, 2h.";
        if (!scalar.IsQuoted && Quantity.TryParse(scalar.Text, out var quantity))
        {
            if (quantity.Dimension == Dimension.Time && quantity.Value is >= 0 and <= LongestSeconds)
            {
                return (TimeSpan.FromSeconds(quantity.Value), null, string.Empty);
            }

            var why = quantity.Dimension == Dimension.None ? "has no unit" : quantity.Dimension != Dimension.Time ? "is not a time" : "lies outside 0 to 3650 days";
            return (null, $"'{scalar.Text}' {why}", Remedy);
        }

        return (null, $"'{scalar.Text}' is not a time", Remedy);
    }

    private static (object? Value, string? Error, string Remedy) Number(Type type, Dimension dimension, YamlScalar scalar, string? bounds)
    {
        var noun = type == typeof(double) ? "a number" : "a whole number";
        var remedy = dimension switch
        {
            Dimension.Size => $"Write {noun} of bytes: 1024, 64KiB, 1MB.",
            Dimension.Ratio => "Write a share: 0.02 or 2%.",
            Dimension.Time => "Write a number of seconds, or one with its unit: 0.5, 500ms.",
            _ => $"Write {noun}, without a unit.",
        };
        if (type == typeof(ulong) && !scalar.IsQuoted && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var exact))
        {
            return (exact, null, string.Empty);
        }

        if (scalar.IsQuoted || !Quantity.TryParse(scalar.Text, out var quantity))
        {
            return (null, $"'{scalar.Text}' is not {noun}", remedy);
        }

        if (quantity.Dimension != Dimension.None && quantity.Dimension != dimension)
        {
            return (null, $"'{scalar.Text}' has a unit that means nothing here", remedy);
        }

        if (type == typeof(double))
        {
            return (quantity.Value, null, string.Empty);
        }

        if (quantity.Value != Math.Floor(quantity.Value))
        {
            return (null, $"'{scalar.Text}' is not a whole number", remedy);
        }

        try
        {
            return (Convert.ChangeType((decimal)quantity.Value, type, CultureInfo.InvariantCulture), null, string.Empty);
        }
        catch (OverflowException)
        {
            bounds ??= type == typeof(int) ? $"{int.MinValue} to {int.MaxValue}" : type == typeof(ulong) ? $"0 to {ulong.MaxValue}" : $"{long.MinValue} to {long.MaxValue}";
            return (null, $"'{scalar.Text}' lies outside {bounds}", "Write a whole number in between.");
        }
    }
}
