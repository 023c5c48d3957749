using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Export;

/// <summary>Names and values in Java's properties format, both ways (java.util.Properties.load). Pure.</summary>
public static partial class PropertiesValue
{
    /// <summary>Kafka reads its files as Latin-1 (Properties.load of a stream): what is not ASCII is written by its code.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder();
        foreach (var sign in value)
        {
            _ = sign switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                ' ' when text.Length == 0 => text.Append("\\ "),
                < ' ' or > '~' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
                _ => text.Append(sign),
            };
        }

        return text.ToString();
    }

    /// <summary>A name ends at the first space, «=» or «:», and a line that begins with «#» or «!» is a comment.</summary>
    public static string EscapeName(string name) =>
        string.Concat(name.Select(sign => sign is '=' or ':' or '#' or '!' ? $"\\{sign}" : Escape(sign.ToString())));

    /// <summary>A line as «name=value», both unescaped; null where it has no name or no «=».</summary>
    public static (string Name, string Value)? Setting(string line) => Written().Match(line) is { Success: true, Groups: var parts }
        ? (Unescape(parts["name"].Value), Unescape(parts["value"].Value))
        : null;

    /// <summary>A backslash before any other sign stands for that sign alone.</summary>
    public static string Unescape(string value) => Escaped().Replace(value, match => match.Value[1] switch
    {
        'u' when match.Groups["code"] is { Success: true, ValueSpan: var code } => ((char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'f' => "\f",
        var sign => sign.ToString(),
    });

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-fA-F]{4})|.)", RegexOptions.Singleline)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^\s*(?<name>(?:\\.|[^\\=])+?)\s*=\s*(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Written();
}
