namespace TuneSearch.Kafka.Export;

/// <summary>Words of a POSIX shell. Pure.</summary>
internal static class ShellText
{
    /// <summary>Between double quotes, as systemd's EnvironmentFile reads them too.</summary>
    public static string DoubleQuote(string word) =>
        "\"" + "\\\"$`".Aggregate(word, (text, sign) => text.Replace(sign.ToString(), "\\" + sign, StringComparison.Ordinal)) + "\"";

    public static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
