using System.Globalization;
using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Tests.Export;

/// <summary>Reads properties as java.util.Properties.load does, as far as the exports use it; anything else fails the test.</summary>
internal static partial class JavaProperties
{
    public static Dictionary<string, string> Parse(string text)
    {
        var properties = new Dictionary<string, string>();
        foreach (var line in text.Split('\n').Select(l => l.TrimStart()).Where(l => l.Length > 0 && l[0] is not ('#' or '!')))
        {
            var parts = Line().Match(line);
            parts.Groups["sign"].Value.ShouldBe("=", line);
            line.ShouldAllBe(sign => sign < 128, "Kafka reads its files as Latin-1");
            properties.Add(Unescaped(parts.Groups["name"].Value), Unescaped(parts.Groups["value"].Value.TrimStart()));
        }

        return properties;
    }

    private static string Unescaped(string text) => Escape().Replace(text, match => match.Value[1] switch
    {
        'u' => ((char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        var sign => sign.ToString(),
    });

    [GeneratedRegex(@"^(?<name>(?:\\.|[^\\=: ])*)(?<sign>.)(?<value>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-f]{4})|.)")]
    private static partial Regex Escape();
}
