using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Records;

/// <summary>Reads records from YAML, strictly: the record says which keys there are, of which type and within which bounds.</summary>
/// <remarks>One way for every section of every file, so that a new property of a record is a new key, checked and in the schema.</remarks>
internal sealed class RecordReader(YamlPlaces places)
{
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<YamlNode, HashSet<string>> _broken = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether something that could not be read is why this seems to be missing: then its own problem says enough.</summary>
    /// <param name="place">A map and the key that it seems to lack; no key where the map as a whole seems to lack something.</param>
    public bool Explains((YamlNode Node, string Missing) place) =>
        _broken.TryGetValue(place.Node, out var keys) && (place.Missing.Length == 0 || keys.Contains(place.Missing));

    /// <summary>The record; what cannot be read takes its default and is noted.</summary>
    /// <param name="noun">What the whole is called: «a job».</param>
    public T Read<T>(YamlMap map, string noun)
        where T : class => (T)Record(RecordShape.Of(typeof(T)), map, string.Empty, noun, null);

    private object Record(RecordShape shape, YamlMap map, string path, string noun, string? discriminator)
    {
        noun = map.Find("name") is YamlScalar { IsEmpty: false } name && noun.EndsWith(']') ? $"{noun} ({name.Text})" : noun;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.Where(entry => entry.Key.Text != discriminator))
        {
            if (shape.Keys.FirstOrDefault(key => key.Name == entry.Key.Text) is not { } key)
            {
                string[] known = [.. shape.Keys.Select(k => k.Name)];
                Broken(map, Nearest.To(entry.Key.Text, known), entry.Key, $"'{entry.Key.Text}' is not a key of {noun}", Nearest.Remedy(entry.Key.Text, known));
                continue;
            }

            written.Add(key.Name);
            var keyPath = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            if (Value(key, entry.Value, keyPath, map, shape) is { } value)
            {
                values[key.Name] = value;
            }
        }

        foreach (var missing in shape.Keys.Where(key => key.IsRequired && !written.Contains(key.Name)))
        {
            if (!Explains((map, missing.Name)))
            {
                Broken(map, missing.Name, map, $"{noun} lacks its {missing.Name}", $"Write {missing.Name}: and its value.");
            }
        }

        return shape.Create(values);
    }

    private object? Value(KeyShape key, YamlNode node, string path, YamlMap owner, RecordShape shape)
    {
        if (node is YamlScalar { IsEmpty: true })
        {
            Broken(owner, LastKey(path), node, $"{path} has no value", "Write one after the colon, or remove the key to take the default.");
            return null;
        }

        var value = Typed(key.Type, key, node, path, owner, () => key.Property.GetValue(shape.Create(ImmutableDictionary<string, object?>.Empty)));
        if (value is not null && key.Range is { } range && OutOf(range, value) is { } law)
        {
            Broken(owner, LastKey(path), node, $"{path}: {node.Describe().Trim('\'')} lies outside {law}", $"Write a value from {law}.");
            return null;
        }

        return value;
    }

    private object? Typed(Type type, KeyShape key, YamlNode node, string path, YamlMap owner, Func<object?> otherwise)
    {
        if (node is YamlScalar shorthand && Shorthand.Read(type, shorthand) is { } brief)
        {
            return brief;
        }

        if (node is YamlScalar word && Shorthand.Refusal(type, word) is var (error, remedy))
        {
            Broken(owner, LastKey(path), node, $"{path}: {error}", remedy);
            return null;
        }

        if (ScalarReader.Reads(type))
        {
            return Scalar(type, key, node, path, owner);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return List(type.GetGenericArguments()[0], key, node, path, owner);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            return Dictionary(type.GetGenericArguments()[1], key, node, path, owner);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FileOr<>) && node is YamlMap inline)
        {
            var inner = type.GetGenericArguments()[0];
            return Activator.CreateInstance(type, null, Record(RecordShape.Of(inner), inline, path, path, null));
        }

        return UnionShape.Of(type) is { } union ? Union(union, node, path, owner, otherwise) : Nested(type, node, path, owner);
    }

    private object? Scalar(Type type, KeyShape key, YamlNode node, string path, YamlMap owner)
    {
        if (node is not YamlScalar scalar)
        {
            Broken(owner, LastKey(path), node, $"{path} is one value, and {node.Describe()} stands there", $"Write {LastKey(path)}: and one value.");
            return null;
        }

        var (value, error, remedy) = ScalarReader.Read(type, key.Dimension, scalar, key.Range is { } range ? $"{range.Minimum} to {range.Maximum}" : null);
        if (error is not null)
        {
            Broken(owner, LastKey(path), node, $"{path}: {error}", remedy);
        }

        return value;
    }

    private object? List(Type element, KeyShape key, YamlNode node, string path, YamlMap owner)
    {
        var items = new List<object?>();
        switch (node)
        {
            case YamlList list:
                for (var i = 0; i < list.Items.Length; i++)
                {
                    items.Add(Typed(element, key, list.Items[i], $"{path}[{i}]", owner, () => null));
                }

                break;
            case YamlScalar scalar when element == typeof(string):
                items.AddRange(key.Name.EndsWith("ommand", StringComparison.Ordinal) ? Shorthand.Words(scalar.Text) : [scalar.Text]);
                break;
            default:
                Broken(owner, LastKey(path), node, $"{path} is a list, and {node.Describe()} stands there", $"Write {LastKey(path)}: [first, second].");
                return null;
        }

        var array = Array.CreateInstance(element, items.Count(item => item is not null));
        ((ICollection)items.Where(item => item is not null).ToArray()).CopyTo(array, 0);
        return typeof(RecordReader).GetMethod(nameof(Immutable), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [array]);
    }

    private object? Dictionary(Type element, KeyShape key, YamlNode node, string path, YamlMap owner)
    {
        if (node is not YamlMap map)
        {
            Broken(owner, LastKey(path), node, $"{path} is a set of keys, and {node.Describe()} stands there", "Write name: value, one a line, indented below it.");
            return null;
        }

        var entries = map.Entries
            .Select(entry => (entry.Key.Text, Value: Scalar(element, key, entry.Value, $"{path}.{entry.Key.Text}", owner)))
            .Where(entry => entry.Value is not null);
        return element == typeof(RawValue)
            ? entries.ToImmutableSortedDictionary(entry => entry.Text, entry => (RawValue)entry.Value!, StringComparer.Ordinal)
            : entries.ToImmutableSortedDictionary(entry => entry.Text, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private object? Union(UnionShape union, YamlNode node, string path, YamlMap owner, Func<object?> otherwise)
    {
        var named = node switch
        {
            YamlScalar scalar => scalar,
            YamlMap map when map.Find(union.Key) is YamlScalar scalar => scalar,
            _ => null,
        };
        if (named is not null && !union.Cases.ContainsKey(named.Text))
        {
            Broken(owner, LastKey(path), named, $"{path}.{union.Key} '{named.Text}' is not known", Nearest.Remedy(named.Text, [.. union.Cases.Keys]));
            return null;
        }

        if (node is YamlList)
        {
            return Nested(union.Cases.Values.First(), node, path, owner);
        }

        var keys = node as YamlMap ?? new YamlMap(node.Line, node.Column, []);
        var name = named?.Text ?? Fitting(union, keys, otherwise());
        if (name is null)
        {
            Broken(owner, LastKey(path), node, $"{path} lacks its {union.Key}", $"Write {union.Key}: with one of {string.Join(", ", union.Cases.Keys)}.");
            return null;
        }

        return Record(RecordShape.Of(union.Cases[name]), keys, path, $"{path} with {union.Key} {name}", union.Key);
    }

    // Without its telling key a union is its default case where the keys fit that, else the only case whose keys fit.
    private static string? Fitting(UnionShape union, YamlMap map, object? otherwise)
    {
        var written = map.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        var fitting = union.Cases
            .Where(pair => RecordShape.Of(pair.Value).Keys is var keys && written.IsSubsetOf(keys.Select(k => k.Name)) && keys.All(k => !k.IsRequired || written.Contains(k.Name)))
            .Select(pair => pair.Key)
            .ToArray();
        var usual = otherwise is null ? null : union.NameOf(otherwise.GetType());
        return fitting.Contains(usual) ? usual : fitting is [var only] ? only : null;
    }

    private object? Nested(Type type, YamlNode node, string path, YamlMap owner)
    {
        if (node is YamlMap map)
        {
            return Record(RecordShape.Of(type), map, path, path, null);
        }

        Broken(owner, LastKey(path), node, $"{path} is a set of keys, and {node.Describe()} stands there", "Write its keys indented below it, or as { key: value }.");
        return null;
    }

    private static string? OutOf(RangeAttribute range, object value)
    {
        var low = (IComparable)Convert(range.Minimum, value);
        var high = (IComparable)Convert(range.Maximum, value);
        return low.CompareTo(value) <= 0 && high.CompareTo(value) >= 0 ? null : $"{Text(low)} to {Text(high)}";
    }

    private static object Convert(object bound, object like) => like is TimeSpan
        ? TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture)
        : System.Convert.ChangeType(bound, like.GetType(), CultureInfo.InvariantCulture);

    private static string Text(object bound) => bound switch
    {
        TimeSpan time => Durations.Text(time),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => bound.ToString()!,
    };

    private static string LastKey(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.Contains('[') ? name[..name.IndexOf('[')] : name;
    }

    private static ImmutableArray<T> Immutable<T>(T[] items) => [.. items];

    private void Broken(YamlMap owner, string? key, YamlNode node, string message, string remedy)
    {
        if (!_broken.TryGetValue(owner, out var keys))
        {
            _broken[owner] = keys = new HashSet<string>(StringComparer.Ordinal);
        }

        keys.Add(key ?? string.Empty);
        _problems.Add(new Problem(places.At(node), message, remedy));
    }
}
