using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>A Kafka release line, as 3.9; patch levels change no setting.</summary>
public readonly record struct KafkaVersion(int Major, int Minor) : IComparable<KafkaVersion>
{
    /// <summary>The oldest line the catalogue knows; IncrementalAlterConfigs (KIP-339) is older than it.</summary>
    public static readonly KafkaVersion Oldest = new(2, 4);

    /// <summary>From here on the process driver starts brokers without ZooKeeper (KRaft is fit for production, KIP-833).</summary>
    public static readonly KafkaVersion FirstKraft = new(3, 3);

    /// <summary>The release line in a text such as «3.9», «2.4.0» or «4.1.0-SNAPSHOT».</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KafkaVersion version)
    {
        version = default;
        var parts = (text ?? string.Empty).Split('.', '-');
        if (parts.Length < 2 || !IsNumber(parts[0], out var major) || !IsNumber(parts[1], out var minor))
        {
            return false;
        }

        version = new KafkaVersion(major, minor);
        return true;
    }

    /// <summary>The line of a release as people name it, «3.9» or «3.9.1», with nothing else around.</summary>
    public static bool TryParseRelease(string text, out KafkaVersion version) =>
        TryParse(text, out version) && text.Split('.') is { Length: <= 3 } parts && parts.All(part => IsNumber(part, out _));

    public static KafkaVersion Parse(string text) => TryParse(text, out var version)
        ? version
        : throw new FormatException($"'{text}' is no Kafka version; write major.minor, as 3.9.");

    public int CompareTo(KafkaVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public static bool operator <(KafkaVersion left, KafkaVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(KafkaVersion left, KafkaVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(KafkaVersion left, KafkaVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(KafkaVersion left, KafkaVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
