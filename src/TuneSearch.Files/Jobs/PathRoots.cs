using System.Collections.Immutable;

namespace TuneSearch.Files.Jobs;

/// <summary>The folders below which job files may name files.</summary>
/// <remarks>Links are followed before the check, so that a link inside a root can not lead out of it.</remarks>
public sealed class PathRoots(IEnumerable<string> folders)
{
    /// <summary>As many as Linux follows in one path (path_resolution(7)).</summary>
    private const int MaxLinks = 40;

    /// <summary>For people who run jobs of their own by hand.</summary>
    public static readonly PathRoots Anywhere = new(["/"]);

    private readonly ImmutableArray<string> _folders = [.. folders.Select(folder => Real(Path.GetFullPath(folder))).OfType<string>()];

    public IReadOnlyList<string> Folders => _folders;

    public bool Allows(string path)
    {
        var real = Real(Path.GetFullPath(path));
        return real is not null && _folders.Any(root => real == root || real.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    /// <summary>The path with every link on the way followed, those within the targets of links too; null where they lead in a circle.</summary>
    private static string? Real(string path)
    {
        var real = "/";
        var links = 0;
        var left = new Stack<string>();
        Push(left, path);
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? "/";
            }
            else if (new FileInfo(Path.Combine(real, part)).LinkTarget is not { } target)
            {
                real = Path.Combine(real, part);
            }
            else if (++links > MaxLinks)
            {
                return null;
            }
            else
            {
                real = Path.IsPathRooted(target) ? "/" : real;
                Push(left, target);
            }
        }

        return real;
    }

    private static void Push(Stack<string> left, string path)
    {
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse())
        {
            left.Push(part);
        }
    }
}
