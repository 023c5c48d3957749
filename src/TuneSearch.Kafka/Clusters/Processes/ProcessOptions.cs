namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>What the daemon's own settings say about brokers it runs itself.</summary>
public sealed record ProcessOptions
{
    /// <summary>Where runs keep their data; a folder «runs» is made below it. Default: a folder of the system's temporary one.</summary>
    public string DataDirectory { get; init; } = Path.Combine(Path.GetTempPath(), "tunesearch");

    /// <summary>Kernel settings that jobs may change, by name. Default: none.</summary>
    public IReadOnlyCollection<string> AllowedKernelSettings { get; init; } = [];
}
