namespace TuneSearch.Core.Spaces;

/// <summary>Ranges to and from the unit interval.</summary>
internal static class ScaleMath
{
    public static double FromUnit(double unit, double minimum, double maximum, Scale scale)
    {
        var u = Math.Clamp(unit, 0, 1);
        return scale == Scale.Log ? minimum * Math.Pow(maximum / minimum, u) : minimum + ((maximum - minimum) * u);
    }

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
