using TuneSearch.Daemon.Options;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Daemon.Security;

/// <summary>The folders below which jobs may name files; where there are none, no file may be named.</summary>
internal sealed class JobRoots(IEnumerable<string> roots)
{
    private readonly PathRoots _paths = new(roots.Select(DaemonPaths.Expand));

    public static JobRoots Of(DaemonOptions options) => new(options.JobRoots);

    public bool IsEmpty => _paths.Folders.Count == 0;

    public PathRoots Paths => _paths;

    /// <summary>Whether the path, links followed, lies in one of the folders.</summary>
    public bool Contains(string path) => !IsEmpty && _paths.Allows(path);

    /// <summary>The absolute path of a file in one of the folders; a relative path is looked for below each in turn. Null where none has it.</summary>
    public string? Resolve(string path) =>
        Path.IsPathRooted(path)
            ? Contains(path) ? Path.GetFullPath(path) : null
            : _paths.Folders.Select(root => Path.GetFullPath(path, root)).FirstOrDefault(candidate => File.Exists(candidate) && Contains(candidate));

    public override string ToString() => IsEmpty ? "none" : string.Join(", ", _paths.Folders);
}
