using System.Globalization;
using System.Text;

namespace TuneSearch.Kafka.Export;

/// <summary>Java's properties format (java.util.Properties.load). Pure.</summary>
internal static class PropertiesText
{
    /// <summary>A line for the setting, or a comment that its line goes.</summary>
    public static void Write(CommentedText text, string name, string? value, string remark)
    {
        text.Comment(remark);
        if (value is null)
        {
            text.Comment($"remove the line: {name}");
        }
        else
        {
            text.Line($"{name}={Escape(value)}");
        }
    }

    /// <summary>Kafka reads its files as Latin-1 (Properties.load of a stream): what is not ASCII is written by its code.</summary>
    internal static string Escape(string value)
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
}
