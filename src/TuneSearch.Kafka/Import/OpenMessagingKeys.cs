using System.Globalization;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Import;

/// <summary>Reads the keys of one file and remembers which were never asked for.</summary>
internal sealed class OpenMessagingKeys(string file, IReadOnlyDictionary<string, object?> values)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    public IEnumerable<string> Unread => values.Keys.Where(k => !_read.Contains(k)).Order(StringComparer.Ordinal);

    /// <summary>Whether nothing that was asked for is there, the name aside, which other files have as well.</summary>
    public bool KnewNone => values.Keys.All(key => key == "name" || !_read.Contains(key));

    public IReadOnlyList<Problem> Problems => _problems;

    public string? Text(string key)
    {
        var value = values.GetValueOrDefault(key);
        if (_read.Add(key) && value is not (null or string))
        {
            _problems.Add(new Problem($"{file}.{key}", "it is a list or a map", "Write one value."));
        }

        return value as string;
    }

    public int Whole(string key, int without) => (int)Math.Clamp(Real(key, without), 0, int.MaxValue);

    public double Real(string key, double without)
    {
        if (Text(key) is not { } text)
        {
            return without;
        }

        // Java's YAML reads 1_000_000 as a number.
        if (double.TryParse(text.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0)
        {
            return number;
        }

        _problems.Add(new Problem($"{file}: {key}", $"'{text}' is no number of 0 or more", "Write a number."));
        return without;
    }

    /// <summary>The lines of a Java properties text, as driver files carry them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Properties(string key) =>
        (Text(key) ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] is not ('#' or '!'))
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .Select(parts => KeyValuePair.Create(parts[0], parts[1]));
}
