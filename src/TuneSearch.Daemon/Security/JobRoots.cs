using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Security;

/// <summary>The folders below which jobs may name files. Links are followed before the comparison, so that none leads out.</summary>
internal sealed class JobRoots(IEnumerable<string> roots)
{
    private readonly string[] _roots = [.. roots.Select(root => Real(DaemonPaths.Expand(root)))];

    public static JobRoots Of(DaemonOptions options) => new(options.JobRoots);

    public bool IsEmpty => _roots.Length == 0;

    public override string ToString() => string.Join(", ", _roots);

    /// <summary>Whether the path, which need not exist, lies in one of the folders.</summary>
    public bool Contains(string path)
    {
        var real = Real(Path.GetFullPath(path));
        return _roots.Any(root => real == root || real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    /// <summary>The absolute path with the links of every part followed; a relative path is looked for below each root in turn.</summary>
    public string? Resolve(string path) =>
        Path.IsPathRooted(path)
            ? Contains(path) ? Path.GetFullPath(path) : null
            : _roots.Select(root => Path.GetFullPath(path, root)).FirstOrDefault(candidate => File.Exists(candidate) && Contains(candidate));

    private static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var here = Path.Join(Real(parent), Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return info.LinkTarget is null ? here : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }
}
