using System.Globalization;

namespace TuneSearch.Core.Planning;

/// <summary>Compares values as brokers and files write them.</summary>
public static class SettingText
{
    /// <summary>Whether two written values mean the same: equal as numbers where both are numbers, else as texts.</summary>
    public static bool Same(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left == right)
        {
            return true;
        }

        // Whole numbers are compared whole: a double cannot tell Long.MAX_VALUE from its neighbours.
        var whole = TryWhole(left, out var a) & TryWhole(right, out var b);
        return whole ? a == b : Number(left) is { } x && Number(right) is { } y && x.Equals(y);
    }

    /// <summary>The number a text means, or null.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryWhole(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
