namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>How much of each of a broker's resources a load uses (1 is all), and what a request then waits.</summary>
internal static class BrokerModel
{
    private const double NetworkSecondsPerRequest = 45e-6;
    private const double NetworkSecondsPerByte = 1.1e-9;
    private const double IoSecondsPerRequest = 70e-6;
    private const double IoSecondsPerBatch = 55e-6;
    private const double IoSecondsPerByte = 1.9e-9;
    private const double RoundTrip = 0.5e-3;

    public static BrokerState At(FleetSettings settings, BrokerLoad load, int brokers, double relief)
    {
        var gc = CollectorModel.At(settings, load);
        var storage = StorageModel.At(settings, load);
        var slow = 1 / settings.Instance.Speed;

        var network = ((load.Requests * NetworkSecondsPerRequest) + ((load.BytesIn + load.BytesOut) * NetworkSecondsPerByte)) * slow;
        var io = ((load.Requests * IoSecondsPerRequest) + (load.Batches * IoSecondsPerBatch) + (load.BytesIn * IoSecondsPerByte)) * slow;
        var ioBlocked = io + (storage.BlockedSeconds * load.Batches);

        var fetchers = brokers > 1 ? settings.ReplicaFetchers : 0;
        var threads = settings.NetworkThreads + settings.IoThreads + (fetchers * (brokers - 1));
        var crowding = 1 + (0.035 * Math.Pow(Math.Max(0, (threads / settings.Instance.Cores) - 2), 1.15));
        var contention = 1 + (0.012 * Math.Max(0, settings.IoThreads - settings.Instance.Cores));
        var processor = (network + (io * contention)) * crowding * (1 + gc.ProcessorShare) / settings.Instance.Cores;

        var window = settings.SocketBuffer / RoundTrip;
        var connections = Math.Max(1, load.Connections / brokers);
        var replication = fetchers > 0 ? load.BytesIn * 2 / 3 / (fetchers * (brokers - 1) * Math.Min(window, 110e6 * settings.Instance.Speed)) : 0;
        var queue = load.Requests * 0.9e-3 / settings.QueuedRequests * Math.Min(connections, 40) / 8;

        return new BrokerState(gc, storage, relief)
        {
            Network = network / settings.NetworkThreads,
            Io = ioBlocked / settings.IoThreads,
            Processor = processor,
            Wire = Math.Max(load.BytesIn, load.BytesOut) / settings.Instance.NetworkBytesPerSecond,
            Disk = storage.Utilisation,
            Replication = replication,
            Queue = queue,
            Window = load.BytesOut / connections / window,
            ServiceTime = ((NetworkSecondsPerRequest + IoSecondsPerRequest + IoSecondsPerBatch + (load.MeanBatchBytes * (NetworkSecondsPerByte + IoSecondsPerByte))) * slow * crowding * relief) + RoundTrip,
        };
    }
}
