using System.Collections.Immutable;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Yaml;

/// <summary>A file with its header read and taken off.</summary>
/// <param name="Kind">Null where the header does not tell.</param>
/// <param name="Body">The keys after the header; null where there is nothing to read.</param>
internal sealed record ParsedFile(string Name, FileKind? Kind, YamlMap? Body, YamlPlaces? Places, ImmutableArray<Problem> Problems)
{
    public const string ApiVersion = "tunesearch/v1";
    private static readonly string[] Kinds = Enum.GetNames<FileKind>();

    /// <summary>How every file begins, as a way out.</summary>
    public static string Start { get; } = $"Start it with apiVersion: {ApiVersion} and a kind: {string.Join(", ", Kinds)}.";

    public static ParsedFile Read(string name, string text)
    {
        var (root, syntax) = YamlTree.Read(name, text);
        if (root is null)
        {
            return new ParsedFile(name, null, null, null, syntax);
        }

        var places = new YamlPlaces(name, root);
        if (root is not YamlMap map)
        {
            var problem = new Problem(places.At(root), $"the file holds {root.Describe()} where keys are needed", Start);
            return new ParsedFile(name, null, null, places, [.. syntax, problem]);
        }

        var problems = new List<Problem>(syntax);
        CheckVersion(map, places, problems);
        var kind = KindOf(map, places, problems);
        var body = map with { Entries = [.. map.Entries.Where(entry => entry.Key.Text is not ("apiVersion" or "kind"))] };
        return new ParsedFile(name, kind, body, new YamlPlaces(name, map, body), [.. problems]);
    }

    private static void CheckVersion(YamlMap map, YamlPlaces places, List<Problem> problems)
    {
        const string Remedy = $"Write apiVersion: {ApiVersion}.";
        switch (map.Find("apiVersion"))
        {
            case null:
                problems.Add(new Problem(places.At(map), "the file lacks its apiVersion", Remedy));
                break;
            case YamlScalar { Text: ApiVersion }:
                break;
            case var other:
                problems.Add(new Problem(places.At(other), $"apiVersion is {other.Describe()}, and this version of tunesearch reads {ApiVersion}", Remedy));
                break;
        }
    }

    private static FileKind? KindOf(YamlMap map, YamlPlaces places, List<Problem> problems)
    {
        var node = map.Find("kind");
        if (node is YamlScalar scalar && Enum.GetNames<FileKind>().Contains(scalar.Text))
        {
            return Enum.Parse<FileKind>(scalar.Text);
        }

        problems.Add(node is null
            ? new Problem(places.At(map), "the file lacks its kind", $"Write kind: with one of {string.Join(", ", Kinds)}.")
            : new Problem(places.At(node), $"kind is {node.Describe()}, and there are {string.Join(", ", Kinds)}", Nearest.Remedy((node as YamlScalar)?.Text ?? string.Empty, Kinds)));
        return null;
    }
}
