namespace TuneSearch.Daemon.Tests;

/// <summary>The folder of the sources, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Join(folder, "TuneSearch.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new InvalidOperationException($"TuneSearch.sln lies in no folder above {AppContext.BaseDirectory}. Run the tests from a clone.");
}
