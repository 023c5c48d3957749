using System.Runtime.CompilerServices;

namespace TuneSearch.Files.Tests;

/// <summary>The repository's search-spaces folder.</summary>
internal static class SearchSpaceFiles
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../search-spaces"));

    public static TheoryData<string> Below(params string[] folders)
    {
        var data = new TheoryData<string>();
        foreach (var file in folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Folder, folder), "*.yaml")).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(Folder, file));
        }

        return data;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
