using System.Text.RegularExpressions;

namespace TuneSearch.Cli.Runs;

/// <summary>The words of a command line that was given as one text.</summary>
internal static partial class CommandWords
{
    /// <summary>Words stand between blanks; one with blanks of its own stands in quotes, double or single. A quote elsewhere is a letter like others.</summary>
    public static IReadOnlyList<string> Of(string line) => [.. Word().Matches(line).Select(word => word.Groups["word"].Value)];

    [GeneratedRegex("""
        "(?<word>[^"]*)"(?!\S) | '(?<word>[^']*)'(?!\S) | (?<word>\S+)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
