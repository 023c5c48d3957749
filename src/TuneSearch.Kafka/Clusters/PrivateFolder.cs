namespace TuneSearch.Kafka.Clusters;

/// <summary>Folders for this user alone: what is kept of clusters names their commands and what they are reached with.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it and whatever is missing above it; what is there stays as it is.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { } above)
        {
            Create(above);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // Of folders above it that are missing as well, the framework gives the mode to the last alone.
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
