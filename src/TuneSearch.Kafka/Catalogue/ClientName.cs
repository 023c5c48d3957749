using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>One client setting under both of its names: librdkafka's, which trials run, and the Java client's.</summary>
/// <param name="Java">Null where the Java client has no such setting; <see cref="Note"/> says why.</param>
/// <param name="Factor">Java value = librdkafka value × factor.</param>
/// <param name="Values">librdkafka's values that are written differently for Java.</param>
public sealed record ClientName(
    ParameterScope Scope,
    string Librdkafka,
    string? Java,
    double Factor,
    ImmutableSortedDictionary<string, string> Values,
    string Note)
{
    /// <summary>The value as the Java client writes it. Fractions are rounded up: Java's times and sizes are whole.</summary>
    public string ToJava(ParameterValue value)
    {
        if (Values.TryGetValue(value.ToString(), out var written))
        {
            return written;
        }

        return value.IsNumber
            ? Math.Ceiling(value.AsNumber() * Factor).ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString();
    }

    /// <summary>The librdkafka value of a Java one; the inverse of <see cref="ToJava"/> but for rounding.</summary>
    public string FromJava(string value)
    {
        foreach (var (librdkafka, java) in Values)
        {
            if (java == value)
            {
                return librdkafka;
            }
        }

        return Factor != 1 && double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? Math.Ceiling(number / Factor).ToString("F0", CultureInfo.InvariantCulture)
            : value;
    }
}
