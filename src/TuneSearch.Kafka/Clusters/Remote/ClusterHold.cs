using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>A folder of notes in the hands of one process: a second one would take for leftovers what the first is doing. A kill lets go.</summary>
internal sealed class ClusterHold : IDisposable
{
    private readonly FileStream _lock;

    private ClusterHold(FileStream @lock) => _lock = @lock;

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="ClusterFaultException">Another process has it.</exception>
    public static ClusterHold Take(string folder)
    {
        PrivateFolder.Create(folder);
        return TryTake(folder) ?? throw new ClusterFaultException($"Another process of this machine works with it and keeps its notes in '{folder}'. Wait until it has ended, or cancel its job.");
    }

    /// <summary>Null where another process has it.</summary>
    public static ClusterHold? TryTake(string folder)
    {
        var file = Path.Combine(folder, "lock");
        try
        {
            return new ClusterHold(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();
}
