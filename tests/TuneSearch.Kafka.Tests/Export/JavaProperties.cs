namespace TuneSearch.Kafka.Tests.Export;

/// <summary>Reads properties as java.util.Properties.load does, as far as the exports use it; anything else fails the test.</summary>
internal static class JavaProperties
{
    public static Dictionary<string, string> Parse(string text)
    {
        var properties = new Dictionary<string, string>();
        foreach (var line in text.Split('\n').Select(l => l.TrimStart()).Where(l => l.Length > 0 && l[0] is not ('#' or '!')))
        {
            var at = line.IndexOfAny(['=', ':', ' ']);
            line[at].ShouldBe('=', line);
            properties.Add(line[..at], line[(at + 1)..].TrimStart().Replace("\\\\", "\\"));
        }

        return properties;
    }
}
