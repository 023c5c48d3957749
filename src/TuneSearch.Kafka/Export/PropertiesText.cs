namespace TuneSearch.Kafka.Export;

/// <summary>Lines in Java's properties format. Pure.</summary>
internal static class PropertiesText
{
    /// <summary>A line for the setting, or a comment that its line goes.</summary>
    public static void Write(CommentedText text, string name, string? value, string remark)
    {
        text.Comment(remark);
        if (value is null)
        {
            text.Comment($"remove the line: {PropertiesValue.EscapeName(name)}");
        }
        else
        {
            text.Line($"{PropertiesValue.EscapeName(name)}={PropertiesValue.Escape(value)}");
        }
    }
}
