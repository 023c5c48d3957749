namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>Page cache and disk: writes go to memory and are flushed behind; readers hit the cache while it holds what they want.</summary>
internal static class StorageModel
{
    private const double ReaderLagSeconds = 8;

    public static StorageState At(FleetSettings settings, BrokerLoad load)
    {
        var cache = Math.Max(settings.Instance.MemoryBytes - settings.Heap - (0.9 * FleetSettings.Gibibyte), 0.1 * FleetSettings.Gibibyte)
            * (1 - (0.12 * settings.Swappiness));
        var wanted = load.DiskBytes * ReaderLagSeconds;
        var dirtyRoom = cache * settings.Dirty;
        var missed = Math.Clamp((wanted / Math.Max(cache - (dirtyRoom * 0.5), 1)) - 0.4, 0, 1);

        // Early write-back keeps the disk busy with small runs; late write-back fills the dirty room and then stops the writers.
        var runBytes = Math.Max(cache * settings.DirtyBackground / Math.Max(load.Partitions, 1), 64 * FleetSettings.Kibibyte);
        var seeks = settings.Disk.SeekSeconds / (runBytes / settings.Disk.BytesPerSecond);
        var rollCost = 40e-3 * load.DiskBytes / settings.SegmentBytes;
        var utilisation = (load.DiskBytes * (1 + Math.Min(seeks, 3)) / settings.Disk.BytesPerSecond)
            + (load.BytesOut * missed * 0.7 / settings.Disk.BytesPerSecond) + rollCost;

        var headroom = Math.Max(settings.Dirty - settings.DirtyBackground, 0.01) * cache;
        var burst = load.DiskBytes * 30 * Math.Min(utilisation, 1.5);
        var stallRisk = 1 / (1 + Math.Exp(-3.2 * (Math.Log(Math.Max(burst, 1) / headroom))));
        var stall = Math.Min(dirtyRoom * 0.05 / settings.Disk.BytesPerSecond, 2);
        var blocked = (stallRisk * 18e-6) + (missed * 30e-6);
        return new StorageState(utilisation, stallRisk, stall, blocked, missed);
    }
}
