namespace TuneSearch.Daemon.Options;

/// <summary>Paths and files that options name, as the machine knows them.</summary>
internal static class DaemonPaths
{
    /// <summary>The absolute path; a leading <c>~</c> is the user's home, relative paths start at the working directory.</summary>
    public static string Expand(string path)
    {
        var expanded = path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..])
            : path;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(expanded));
    }

    /// <summary>The configured token, from wherever it is kept; null where there is none.</summary>
    public static string? ReadToken(DaemonOptions options) =>
        options.TokenFile is { } file && File.Exists(Expand(file)) ? File.ReadAllText(Expand(file)).Trim() : options.Token;
}
