using System.Globalization;

namespace TuneSearch.Core.Quantities;

/// <summary>A number as people write it, «20ms», «64KiB», «2%» or «7», in base units.</summary>
/// <param name="Value">In seconds, bytes, or as the plain number.</param>
/// <param name="IsWhole">Whether it was written without point and exponent and is a whole number of base units that a long holds.</param>
public readonly record struct Quantity(double Value, Dimension Dimension, bool IsWhole)
{
    /// <summary>Reads number and unit with nothing else around; false where the text is neither.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        var digits = NumberLength(text);
        if (digits == 0 || !double.TryParse(text.AsSpan(0, digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var suffix = text[digits..].TrimStart();
        var factor = 1.0;
        var dimension = Dimension.None;
        if (suffix.Length > 0)
        {
            if (!Unit.TryFind(suffix, out var unit))
            {
                return false;
            }

            (factor, dimension) = (unit.Factor, unit.Dimension);
        }

        // Dividing by the inverse keeps 20ms at 0.02 and 5% at 0.05, which multiplying by 0.001 would not in every case.
        var value = factor < 1 ? number / Math.Round(1 / factor) : number * factor;
        var isWhole = text.AsSpan(0, digits).IndexOfAny('.', 'e', 'E') < 0 && value == Math.Floor(value) && Math.Abs(value) < long.MaxValue;
        quantity = new Quantity(value, dimension, isWhole);
        return true;
    }

    /// <summary>How many characters at the start are a decimal number with optional sign and exponent; 0 for none.</summary>
    internal static int NumberLength(ReadOnlySpan<char> text)
    {
        var i = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var start = i;
        i += Digits(text[i..]);
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i += 1 + Digits(text[(i + 1)..]);
        }

        if (i == start)
        {
            return 0;
        }

        return i + Exponent(text[i..]);
    }

    private static int Exponent(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('e' or 'E'))
        {
            return 0;
        }

        var sign = text[1] is '-' or '+' ? 1 : 0;
        var digits = Digits(text[(1 + sign)..]);
        return digits == 0 ? 0 : 1 + sign + digits;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }
}
