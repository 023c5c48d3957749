namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>Utilisations (1 is saturated) and times of one broker.</summary>
/// <param name="Relief">The landscape's small unevenness, a factor around 1 on all of it.</param>
internal sealed record BrokerState(CollectorState Collector, StorageState Storage, double Relief)
{
    /// <summary>Sharpness of the bend where one resource takes over from another.</summary>
    private const double Bend = 6;

    public required double Network { get; init; }
    public required double Io { get; init; }
    public required double Processor { get; init; }
    public required double Wire { get; init; }
    public required double Disk { get; init; }
    public required double Replication { get; init; }
    public required double Queue { get; init; }
    public required double Window { get; init; }

    /// <summary>Seconds a request is worked on, waiting apart.</summary>
    public required double ServiceTime { get; init; }

    /// <summary>The resources together: a smooth maximum, since near ties cost more than either alone.</summary>
    public double Utilisation => (Relief * Math.Pow(
        new[] { Network, Io, Processor, Wire, Disk, Replication, Queue, Window }.Sum(share => Math.Pow(share, Bend)), 1 / Bend))
        + Collector.PausedShare;
}
