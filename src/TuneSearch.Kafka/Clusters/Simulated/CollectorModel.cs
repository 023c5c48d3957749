namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>What the garbage collector costs in processor time and in pauses.</summary>
internal static class CollectorModel
{
    private const double LiveBytesBase = 220e6;
    private const double LiveBytesPerPartition = 60e3;
    private const double LiveBytesPerConnection = 220e3;

    public static CollectorState At(FleetSettings settings, BrokerLoad load)
    {
        var live = LiveBytes(load, settings);
        var free = Math.Max(settings.Heap - live, settings.Heap * 0.02);
        var allocated = (load.BytesIn * 1.6) + (load.BytesOut * 0.25) + (load.Requests * 3500);
        var collections = allocated / free;
        var liveGibibytes = live / FleetSettings.Gibibyte;

        // A batch above half a region is «humongous»: allocated outside the young generation, collected late (G1).
        var humongous = 1 / (1 + Math.Exp(-9 * ((load.MeanBatchBytes / (settings.RegionBytes / 2)) - 1)));
        return settings.Collector switch
        {
            "ZGC" => State(collections * (0.20 + (0.45 * liveGibibytes)) + 0.045, 0.0006, collections),
            "Parallel" => State(collections * (0.05 + (0.16 * liveGibibytes)), 0.022 + (0.13 * liveGibibytes), collections),
            _ => G1(settings, collections, liveGibibytes, humongous),
        };
    }

    /// <summary>Bytes that stay alive: what the heap has to hold at least.</summary>
    public static double LiveBytes(BrokerLoad load, FleetSettings settings) =>
        LiveBytesBase + (load.Partitions * LiveBytesPerPartition) + (load.Connections * LiveBytesPerConnection)
        + (Math.Min(settings.QueuedRequests, load.Requests * 0.05) * load.MeanBatchBytes);

    private static CollectorState G1(FleetSettings settings, double collections, double liveGibibytes, double humongous)
    {
        // A shorter pause target means smaller young generations, so more of them.
        var eager = Math.Pow(0.05 / settings.PauseTarget, 0.45);
        var pause = Math.Min(0.006 + (0.10 * liveGibibytes), settings.PauseTarget * 1.15) * (1 + (1.8 * humongous));
        return State(collections * (0.07 + (0.2 * liveGibibytes)) * Math.Max(0.7, eager) * (1 + (1.2 * humongous)) + 0.012, pause, collections * Math.Max(0.7, eager));
    }

    private static CollectorState State(double processorShare, double pause, double pausesPerSecond) =>
        new(Math.Min(processorShare, 3), pause, Math.Min(pause * pausesPerSecond, 0.6));
}
