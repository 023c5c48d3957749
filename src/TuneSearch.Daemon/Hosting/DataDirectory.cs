using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;
using TuneSearch.Storage;

namespace TuneSearch.Daemon.Hosting;

/// <summary>The daemon's folder, held by one daemon at a time through a locked file.</summary>
internal sealed partial class DataDirectory : IDisposable
{
    private const string LockFile = "daemon.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    /// <exception cref="InvalidInputException">It cannot be made or written to, or another daemon holds it.</exception>
    public DataDirectory(IOptions<DaemonOptions> options, ILogger<DataDirectory> logger)
    {
        Path = DaemonPaths.Expand(options.Value.DataDirectory);
        try
        {
            Create(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(failure.Message);
        }

        _lock = Lock();
        if (MayOthersReplaceFiles(Path))
        {
            LogOpenToOthers(logger, Path);
        }
    }

    public string Path { get; }

    public void Dispose() => _lock.Dispose();

    /// <summary>For the owner alone where it is made here: jobs may carry connection settings of clusters. One that is there keeps its rights, for it may hold other things too.</summary>
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    /// <summary>With the sticky bit everybody may put files there, and nobody may take others' away.</summary>
    private static bool MayOthersReplaceFiles(string path) =>
        !OperatingSystem.IsWindows()
        && File.GetUnixFileMode(path) is var mode
        && (mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0
        && !mode.HasFlag(UnixFileMode.StickyBit);

    private FileStream Lock()
    {
        var file = System.IO.Path.Join(Path, LockFile);
        PrivateFile.Ensure(file);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw Unusable(failure.Message);
        }
        catch (IOException failure) when (File.Exists(file))
        {
            throw new InvalidInputException([new Problem(
                Path, $"another daemon uses this data directory ({failure.Message.TrimEnd('.')})", "Stop it, or choose another directory with --data")]);
        }
        catch (IOException failure)
        {
            throw Unusable(failure.Message);
        }
    }

    private InvalidInputException Unusable(string why) =>
        new([new Problem(Path, $"the data directory cannot be used: {why.TrimEnd('.')}", "Make it writable and see that its disk has room, or choose another with --data")]);
}
