namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>A machine that can be rented.</summary>
/// <param name="Speed">Of a core, 1 is the general line's.</param>
/// <param name="NetworkBytesPerSecond">Each way.</param>
/// <param name="PricePerHour">Currency units.</param>
internal sealed record Instance(string Name, double Cores, double MemoryBytes, double Speed, double NetworkBytesPerSecond, double PricePerHour)
{
    public const string Default = "general-4";

    public static readonly IReadOnlyList<Instance> All =
    [
        new("general-2", 2, 8 * FleetSettings.Gibibyte, 1.00, 160e6, 0.10),
        new("general-4", 4, 16 * FleetSettings.Gibibyte, 1.00, 320e6, 0.20),
        new("general-8", 8, 32 * FleetSettings.Gibibyte, 1.00, 640e6, 0.40),
        new("compute-8", 8, 16 * FleetSettings.Gibibyte, 1.22, 640e6, 0.36),
        new("memory-4", 4, 32 * FleetSettings.Gibibyte, 1.00, 320e6, 0.27),
        new("network-4", 4, 12 * FleetSettings.Gibibyte, 1.08, 1250e6, 0.31),
    ];

    public static Instance Named(string name) => All.First(instance => instance.Name == name);
}
