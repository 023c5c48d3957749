using System.Collections.Immutable;

namespace TuneSearch.Files.Jobs;

/// <summary>The folders below which job files may name files.</summary>
/// <remarks>Links are followed before the check, so that a link inside a root can not lead out of it.</remarks>
public sealed class PathRoots(IEnumerable<string> folders)
{
    /// <summary>For people who run jobs of their own by hand.</summary>
    public static readonly PathRoots Anywhere = new(["/"]);

    private readonly ImmutableArray<string> _folders = [.. folders.Select(folder => Real(Path.GetFullPath(folder)))];

    public IReadOnlyList<string> Folders => _folders;

    public bool Allows(string path)
    {
        var real = Real(Path.GetFullPath(path));
        return _folders.Any(root => real == root || real.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    private static string Real(string path)
    {
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo? info = Directory.Exists(real) ? new DirectoryInfo(real) : File.Exists(real) ? new FileInfo(real) : null;
            real = info?.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }
}
