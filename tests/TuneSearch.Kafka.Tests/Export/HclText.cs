using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Tests.Export;

/// <summary>Reads the part of HCL that the export uses: blocks, maps, attributes, quoted strings, null, indented heredocs, comments. Anything else fails the test.</summary>
internal static partial class HclText
{
    /// <summary>Values by dotted path.</summary>
    public static Dictionary<string, string?> Parse(string text)
    {
        var values = new Dictionary<string, string?>();
        var path = new Stack<string>();
        var lines = new Queue<string>(text.Split('\n'));
        while (lines.TryDequeue(out var raw))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line == "}")
            {
                path.Pop();
            }
            else if (Block().Match(line) is { Success: true } block)
            {
                path.Push(block.Groups["head"].Value.Trim().TrimEnd('=').Trim().Replace("\"", string.Empty).Replace(' ', '.'));
            }
            else if (Heredoc().Match(line) is { Success: true } heredoc)
            {
                var body = new List<string>();
                while (lines.Dequeue() is var inner && inner.Trim() != heredoc.Groups["end"].Value)
                {
                    body.Add(inner.Trim());
                }

                values.Add(Name(path, heredoc.Groups["name"].Value), string.Join('\n', body));
            }
            else
            {
                var attribute = Attribute().Match(line);
                attribute.Success.ShouldBeTrue(line);
                values.Add(Name(path, attribute.Groups["name"].Value), attribute.Groups["null"].Success ? null : Unquoted(attribute.Groups["value"].Value));
            }
        }

        path.ShouldBeEmpty();
        return values;
    }

    private static string Unquoted(string text) => Escape().Replace(text, match => match.Value switch
    {
        "\\n" => "\n",
        "$${" => "${",
        "%%{" => "%{",
        var escaped => escaped[1..],
    });

    [GeneratedRegex(@"\\.|\$\$\{|%%\{")]
    private static partial Regex Escape();

    private static string Name(Stack<string> path, string name) => string.Join('.', path.Reverse().Append(name.Trim('"')));

    [GeneratedRegex(@"^(?<head>[^{]+)\{$")]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?<name>\w+)\s*=\s*<<-(?<end>[A-Z]+)$")]
    private static partial Regex Heredoc();

    [GeneratedRegex(@"^(?<name>""[^""]+""|\w+)\s*=\s*(?:(?<null>null)|""(?<value>(?:[^""\\]|\\.)*)"")$")]
    private static partial Regex Attribute();
}
