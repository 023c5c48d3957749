using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Validation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TuneSearch.Files.Yaml;

/// <summary>Reads a text as one YAML document of maps, lists and scalars, every node with its place.</summary>
/// <remarks>Anchors and tags are refused: a file that anybody may submit must not grow when it is read.</remarks>
internal sealed class YamlTree
{
    private const int MaxDepth = 50;
    private readonly string _file;
    private readonly List<Problem> _problems = [];
    private bool _hasAlias;

    private YamlTree(string file) => _file = file;

    /// <summary>The document's root, null where it is empty or cannot be read.</summary>
    public static (YamlNode? Root, ImmutableArray<Problem> Problems) Read(string file, string text)
    {
        var tree = new YamlTree(file);
        var root = tree.Document(text);
        return (root, [.. tree._problems]);
    }

    private YamlNode? Document(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                _problems.Add(new Problem($"{_file}:1:1", "the file is empty", ParsedFile.Start));
                return null;
            }

            var root = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                Add(second.Start, "a second document starts here, and a file holds one", "Put it into a file of its own.");
            }

            // What an alias stands for is not read, so what follows from its absence is not worth saying.
            return _hasAlias ? null : root;
        }
        catch (YamlException syntax)
        {
            if (MessageOf(syntax).Contains(" tab ", StringComparison.Ordinal) && IndentingTab(text, syntax.Start.Line) is var (line, column))
            {
                _problems.Add(new Problem(string.Create(CultureInfo.InvariantCulture, $"{_file}:{line}:{column}"), "this is not YAML: a tab indents the line", "Put blanks in its place."));
                return null;
            }

            var reason = MessageOf(syntax).TrimEnd('.');
            Add(syntax.Start, $"this is not YAML: {char.ToLowerInvariant(reason[0])}{reason[1..]}", "Mend the line, or the one before; indent with blanks and put texts with ': ' or ' #' in quotes.");
            return null;
        }
    }

    private static string MessageOf(YamlException syntax) => syntax.InnerException?.Message ?? syntax.Message;

    /// <summary>The parser tells where the part began that the tab broke off, not where the tab stands. From 1; null where no tab is to blame.</summary>
    private static (int Line, int Column)? IndentingTab(string text, long from)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indent = line[..(line.Length - line.TrimStart().Length)];
            if (++number >= from && indent.Length < line.Length && indent.Contains('\t'))
            {
                return (number, indent.IndexOf('\t') + 1);
            }
        }

        return null;
    }

    private YamlNode Node(Parser parser, int depth)
    {
        var node = parser.Current as NodeEvent;
        if (node is { Anchor.IsEmpty: false })
        {
            Add(node.Start, $"the anchor '&{node.Anchor}' is not supported", "Remove it and write the part out where it is needed.");
        }

        if (node is { Tag.IsEmpty: false } && !node.Tag.IsNonSpecific)
        {
            Add(node.Start, $"the tag '{node.Tag}' is not supported", "Remove it.");
        }

        if (depth > MaxDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {MaxDepth} deep");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            if (scalar.Value.Contains('\0'))
            {
                Add(scalar.Start, "the text holds a NUL character, which no setting, name or path can hold", "Remove the \\0.");
            }

            return new YamlScalar(scalar.Start.Line, scalar.Start.Column, scalar.Value.Replace('\0', '\uFFFD'), scalar.Style != ScalarStyle.Plain);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(parser, depth + 1));
            }

            return new YamlList(sequence.Start.Line, sequence.Start.Column, items.ToImmutable());
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            _hasAlias = true;
            Add(alias.Start, $"the alias '*{alias.Value}' is not supported", "Write the part out.");
            return new YamlScalar(alias.Start.Line, alias.Start.Column, string.Empty, true);
        }

        return Map(parser, depth);
    }

    private YamlMap Map(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>().Start;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyNode = Node(parser, depth + 1);
            var value = Node(parser, depth + 1);
            if (keyNode is not YamlScalar key)
            {
                _problems.Add(new Problem($"{_file}:{keyNode.Line}:{keyNode.Column}", "a key is a word, not a list or a set of keys", "Write it as key: value."));
            }
            else if (!seen.TryAdd(key.Text, key))
            {
                _problems.Add(new Problem(
                    $"{_file}:{key.Line}:{key.Column}",
                    string.Create(CultureInfo.InvariantCulture, $"the key '{key.Text}' stands twice, first in line {seen[key.Text].Line}"),
                    "Remove one of the two."));
            }
            else
            {
                entries.Add(new YamlEntry(key, value));
            }
        }

        return new YamlMap(start.Line, start.Column, entries.ToImmutable());
    }

    private void Add(Mark at, string message, string remedy) =>
        _problems.Add(new Problem(string.Create(CultureInfo.InvariantCulture, $"{_file}:{at.Line}:{at.Column}"), message, remedy));
}
