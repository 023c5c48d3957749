namespace TuneSearch.Cli.Output;

/// <summary>A file that grows line by line, emptied first; each line is with the system when the call returns.</summary>
internal sealed class LineFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <exception cref="CliException">It cannot be written.</exception>
    public LineFile(string path)
    {
        _path = path;
        try
        {
            // Unbuffered: nothing is left to fail when it is closed.
            _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.Unwritable(path, failure);
        }
    }

    /// <exception cref="CliException">It cannot be written any more: the disk is full.</exception>
    public void WriteLine(string line)
    {
        try
        {
            _file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (IOException failure)
        {
            throw AtomicFile.Unwritable(_path, failure);
        }
    }

    public void Dispose() => _file.Dispose();
}
