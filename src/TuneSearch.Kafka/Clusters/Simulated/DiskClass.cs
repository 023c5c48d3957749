namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>A disk that can be rented with a machine.</summary>
/// <param name="SeekSeconds">Cost of leaving the sequential path once.</param>
internal sealed record DiskClass(string Name, double BytesPerSecond, double SeekSeconds, double PricePerHour)
{
    public const string Default = "ssd";

    public static readonly IReadOnlyList<DiskClass> All =
    [
        new("hdd", 160e6, 6e-3, 0.02),
        new("ssd", 420e6, 0.4e-3, 0.06),
        new("nvme", 1300e6, 0.08e-3, 0.15),
    ];

    public static DiskClass Named(string name) => All.First(disk => disk.Name == name);
}
