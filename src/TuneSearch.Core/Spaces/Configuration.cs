using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Spaces;

/// <summary>One value for each active parameter. Immutable, compared by content, ordered by name.</summary>
[JsonConverter(typeof(ConfigurationJsonConverter))]
public sealed class Configuration : IEquatable<Configuration>
{
    public static readonly Configuration Empty = new(ImmutableSortedDictionary.Create<string, ParameterValue>(StringComparer.Ordinal));

    private Configuration(ImmutableSortedDictionary<string, ParameterValue> values)
    {
        Values = values;
        Key = string.Join(";", values.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    public ImmutableSortedDictionary<string, ParameterValue> Values { get; }

    /// <summary>A text that two configurations share exactly when they are equal in name and written value.</summary>
    public string Key { get; }

    public ParameterValue this[string name] => Values[name];

    public static Configuration From(IEnumerable<KeyValuePair<string, ParameterValue>> values) =>
        new(values.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public bool TryGet(string name, [MaybeNullWhen(false)] out ParameterValue value) => Values.TryGetValue(name, out value);

    public Configuration With(string name, ParameterValue value) => new(Values.SetItem(name, value));

    public Configuration Without(string name) => new(Values.Remove(name));

    public bool Equals(Configuration? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Configuration);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
