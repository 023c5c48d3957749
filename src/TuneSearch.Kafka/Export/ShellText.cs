namespace TuneSearch.Kafka.Export;

/// <summary>Words of a POSIX shell. Pure.</summary>
internal static class ShellText
{
    public static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
