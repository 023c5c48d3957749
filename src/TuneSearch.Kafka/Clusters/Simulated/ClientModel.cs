namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>What a profile's producers make of its messages before a broker sees them.</summary>
internal static class ClientModel
{
    private const double SecondsPerMessage = 0.9e-6;
    private const double SecondsPerBatch = 9e-6;
    private const double LingerToFill = 6e-3;
    private const double RecordOverheadBytes = 18;

    /// <summary>The traffic that results when the profile sends <paramref name="rate"/> messages a second in all.</summary>
    public static ProducerTraffic At(FleetSettings settings, ProfileDemand demand, double rate, int brokers)
    {
        var profile = demand.Profile;
        var partitions = Math.Max(1, settings.Partitions ?? profile.PartitionsPerTopic) * profile.Topics;
        var producers = Math.Max(1, profile.Producers);
        var record = demand.MessageBytes + RecordOverheadBytes;

        // Keys tie messages to partitions; without keys the sticky partitioner fills one batch at a time.
        var open = profile.Keys is Core.Workloads.NoKeys ? Math.Min(partitions, Math.Max(1.0, brokers)) : partitions;
        var perBatchRate = rate / producers / open;
        var room = Math.Max(1, settings.BatchBytes / record);
        var memory = Math.Max(1, settings.BufferMemory / (record * open * 2));
        // A closed loop always has messages waiting; how many of them a batch takes along depends on how long it lingers.
        var backlog = demand.IsClosed ? room * (0.22 + (0.78 * (1 - Math.Exp(-settings.Linger / LingerToFill)))) : 0;
        var messages = Math.Clamp(1 + (perBatchRate * settings.Linger) + backlog, 1, Math.Min(room, memory));
        var filled = messages >= room * 0.999;
        var wait = filled ? Math.Min(settings.Linger, room / Math.Max(perBatchRate, 1e-9)) : settings.Linger;

        var ratio = settings.Codec.Ratio(profile.PayloadEntropy, messages * record);
        var producerSeconds = SecondsPerMessage + (SecondsPerBatch / messages) + (settings.Codec.SecondsPerByte * record);
        return new ProducerTraffic(messages, messages * record * ratio, ratio * record, wait, producers / producerSeconds, partitions);
    }
}
