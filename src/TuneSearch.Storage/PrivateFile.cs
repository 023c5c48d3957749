namespace TuneSearch.Storage;

/// <summary>Files for this user alone: jobs may carry connection settings of clusters.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file where it is missing, so that whoever opens it next need not, and closes it to others where it is there.</summary>
    /// <remarks>Never fails: what cannot be made cannot be opened either, which says more; somebody else's file stays as its owner made it.</remarks>
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if (!File.Exists(path))
            {
                new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }).Dispose();
            }
            else if (File.GetUnixFileMode(path) is var mode && (mode & ~OwnerOnly) != 0)
            {
                File.SetUnixFileMode(path, mode & OwnerOnly);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // As the remarks say.
        }
    }
}
