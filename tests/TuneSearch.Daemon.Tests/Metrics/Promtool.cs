namespace TuneSearch.Daemon.Tests.Metrics;

internal static class Promtool
{
    /// <summary>Null where it is not installed (Debian: the package prometheus).</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':')
        .Select(folder => System.IO.Path.Join(folder, "promtool"))
        .FirstOrDefault(File.Exists);
}
