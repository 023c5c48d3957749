using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Import;

/// <summary>Keeps imported numbers within what a profile may have, which is what one machine can generate.</summary>
internal static class ProfileLimits
{
    /// <param name="property">Of <see cref="Profile"/>; its own range is the law.</param>
    /// <param name="where">As the imported file calls the number.</param>
    public static int Keep(string property, long value, string where, List<string> lost) => (int)Keep(typeof(Profile), property, value, where, lost);

    /// <param name="part">Of a profile, or the profile itself.</param>
    public static double Keep(Type part, string property, double value, string where, List<string> lost)
    {
        var range = part.GetProperty(property)!.GetCustomAttribute<RangeAttribute>()!;
        var kept = Math.Clamp(value, Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));
        if (kept != value)
        {
            lost.Add(string.Create(CultureInfo.InvariantCulture, $"{where}: {value} lies outside {range.Minimum} to {range.Maximum}, what one machine can generate; the profile has {kept}"));
        }

        return kept;
    }
}
