using Microsoft.Extensions.Options;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Hosting;

/// <summary>The daemon's folder, held by one daemon at a time through a locked file.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LockFile = "daemon.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    /// <exception cref="InvalidInputException">It cannot be made or written to, or another daemon holds it.</exception>
    public DataDirectory(IOptions<DaemonOptions> options)
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
    }

    public string Path { get; }

    public void Dispose() => _lock.Dispose();

    /// <summary>For the owner alone: jobs may carry connection settings of clusters.</summary>
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

    private FileStream Lock()
    {
        var file = System.IO.Path.Join(Path, LockFile);
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
