using System.Globalization;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Yaml;

/// <summary>Turns the paths of problems («parameters[3].when:12») into places in a file («space.yaml:14:27»).</summary>
internal sealed class YamlPlaces
{
    private readonly string _file;
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);

    /// <param name="body">The part of the root that records are read from, where that is not all of it.</param>
    public YamlPlaces(string file, YamlNode root, YamlNode? body = null)
    {
        _file = file;
        Walk(string.Empty, root);
        _nodes[string.Empty] = body ?? root;
    }

    /// <summary>The same problem, with its place in the file; a path that is not there takes its nearest parent's.</summary>
    public Problem Locate(Problem problem)
    {
        var (path, column) = SplitColumn(problem.Where);
        var (node, missing) = Find(path);
        return problem with { Where = At(node, missing.Length == 0 ? column : 0) };
    }

    /// <summary>The node at the path, or its nearest parent and the part of the path that is not there.</summary>
    public (YamlNode Node, string Missing) Find(string path)
    {
        var known = path;
        YamlNode? node;
        while (!_nodes.TryGetValue(known, out node))
        {
            known = known[..Math.Max(known.LastIndexOfAny(['.', '[']), 0)];
        }

        return (node, path[known.Length..].TrimStart('.'));
    }

    /// <summary>The place of a node.</summary>
    public string At(YamlNode node, int column = 0)
    {
        // A text in quotes starts after the quote; in a text over several lines the column is worth nothing.
        var offset = column > 0 && node is YamlScalar scalar && !scalar.Text.Contains('\n') ? column - 1 + (scalar.IsQuoted ? 1 : 0) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{_file}:{node.Line}:{node.Column + offset}");
    }

    private void Walk(string path, YamlNode node)
    {
        _nodes[path] = node;
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    Walk(path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Value);
                }

                break;
            case YamlList list:
                for (var i = 0; i < list.Items.Length; i++)
                {
                    Walk($"{path}[{i}]", list.Items[i]);
                }

                break;
        }
    }

    private static (string Path, int Column) SplitColumn(string where)
    {
        var colon = where.LastIndexOf(':');
        return colon >= 0 && int.TryParse(where.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            ? (where[..colon], column)
            : (where, 0);
    }
}
