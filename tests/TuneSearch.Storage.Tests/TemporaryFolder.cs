using System.Runtime.Versioning;

namespace TuneSearch.Storage.Tests;

/// <summary>A folder of the test's own; the test deletes it.</summary>
internal sealed class TemporaryFolder
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tunesearch-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>As files lie there that a program with the usual umask made.</summary>
    [UnsupportedOSPlatform("windows")]
    public void OpenToOthers()
    {
        foreach (var file in Directory.GetFiles(Path))
        {
            System.IO.File.SetUnixFileMode(file, (UnixFileMode)0b110_100_100);
        }
    }

    /// <summary>Each file with its rights, in octal.</summary>
    [UnsupportedOSPlatform("windows")]
    public string[] Rights() =>
        [.. Directory.GetFiles(Path).Select(file => $"{System.IO.Path.GetFileName(file)} {Convert.ToString((int)System.IO.File.GetUnixFileMode(file), 8)}").Order(StringComparer.Ordinal)];

    public void Delete() => Directory.Delete(Path, recursive: true);
}
