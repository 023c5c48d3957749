using System.Globalization;

namespace TuneSearch.Core.Spaces;

/// <summary>Ranges to and from the unit interval.</summary>
internal static class ScaleMath
{
    /// <summary>How many steps a linear range has at least; a finer difference cannot be measured and would only clutter files.</summary>
    private const double FewestSteps = 1000;

    /// <summary>The smallest step of a logarithmic range, as a share of the value: three digits.</summary>
    private const double FinestShare = 0.01;

    /// <summary>Digits that a double holds for certain: what is beyond is the rounding's own error.</summary>
    private const string HeldDigits = "G15";

    public static double FromUnit(double unit, double minimum, double maximum, Scale scale)
    {
        var u = Math.Clamp(unit, 0, 1);
        return scale == Scale.Log ? minimum * Math.Pow(maximum / minimum, u) : minimum + ((maximum - minimum) * u);
    }

    /// <summary>The value to as many digits as can matter: «152000» where «152041» would claim more than anybody measured.</summary>
    public static double Neat(double value, double minimum, double maximum, Scale scale)
    {
        if (value == 0 || maximum <= minimum)
        {
            return value;
        }

        var finest = scale == Scale.Log ? Math.Min(Math.Abs(value), maximum - minimum) * FinestShare : (maximum - minimum) / FewestSteps;
        var step = Math.Pow(10, Math.Floor(Math.Log10(finest)));
        return Math.Clamp(Math.Round(value / step, MidpointRounding.AwayFromZero) * step, minimum, maximum);
    }

    /// <summary>The number as people write it: 0.3, not 0.30000000000000004.</summary>
    public static double WithoutError(double value) =>
        double.Parse(value.ToString(HeldDigits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static double ToUnit(double value, double minimum, double maximum, Scale scale)
    {
        if (maximum <= minimum)
        {
            return 0.5;
        }

        var clamped = Math.Clamp(value, minimum, maximum);
        return scale == Scale.Log ? Math.Log(clamped / minimum) / Math.Log(maximum / minimum) : (clamped - minimum) / (maximum - minimum);
    }
}
