using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TuneSearch.Core.Quantities;

/// <summary>A unit that files and expressions may write.</summary>
/// <param name="Factor">How many base units one of it is.</param>
public sealed record Unit(string Name, Dimension Dimension, double Factor)
{
    private static readonly ImmutableArray<Unit> Known =
    [
        new("ns", Dimension.Time, 1e-9), new("us", Dimension.Time, 1e-6), new("µs", Dimension.Time, 1e-6), new("ms", Dimension.Time, 1e-3),
        new("s", Dimension.Time, 1), new("seconds", Dimension.Time, 1), new("m", Dimension.Time, 60), new("min", Dimension.Time, 60),
        new("h", Dimension.Time, 3600), new("d", Dimension.Time, 86_400),
        new("B", Dimension.Size, 1), new("bytes", Dimension.Size, 1), new("kB", Dimension.Size, 1e3), new("KB", Dimension.Size, 1e3),
        new("MB", Dimension.Size, 1e6), new("GB", Dimension.Size, 1e9), new("TB", Dimension.Size, 1e12),
        new("KiB", Dimension.Size, 1L << 10), new("MiB", Dimension.Size, 1L << 20), new("GiB", Dimension.Size, 1L << 30), new("TiB", Dimension.Size, 1L << 40),
        new("%", Dimension.Ratio, 0.01),
    ];

    /// <summary>The known units in words, for messages.</summary>
    public const string Examples = "us, ms, s, m, h, d, B, KiB, MiB, GiB, kB, MB, GB, %";

    /// <summary>Finds a unit by its exact name: MB and MiB differ, and so do m (minutes) and M.</summary>
    public static bool TryFind(string name, [MaybeNullWhen(false)] out Unit unit)
    {
        unit = Known.FirstOrDefault(u => u.Name == name);
        return unit is not null;
    }

    /// <summary>The unit that a Kafka name ends in («linger.ms», «fetch.max.bytes»), or null.</summary>
    public static string? OfName(string parameter)
    {
        var end = parameter.LastIndexOfAny(['.', '_', '-']);
        var last = end < 0 ? string.Empty : parameter[(end + 1)..];
        return last is "ms" or "bytes" or "seconds" ? last : null;
    }
}
