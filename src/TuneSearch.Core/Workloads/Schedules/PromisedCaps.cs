namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Holds a profile to its customer's plan: a mixture may scale it up, but no customer sends, holds or owns more than was promised.</summary>
internal static class PromisedCaps
{
    /// <param name="wanted">What the mixture multiplies the profile's rate by.</param>
    public static double RateFactor(Profile profile, double wanted)
    {
        if (MeanRate(profile.Arrivals) is not { } rate || rate <= 0)
        {
            return wanted;
        }

        var bytes = Math.Min(MeanBytes(profile.MessageSize), profile.Limits.MaxMessageBytes ?? int.MaxValue);
        var most = Math.Min(BytesPerSecond(profile) / bytes, MessagesPerSecond(profile));
        return Math.Min(wanted, most / rate);
    }

    /// <summary>Payload bytes that the profile may send a second: its ingress, and what its groups may read of it; infinite where nothing was promised.</summary>
    public static double BytesPerSecond(Profile profile) => Math.Min(
        profile.Limits.MaxIngressBytesPerSecond ?? double.PositiveInfinity,
        (profile.Limits.MaxEgressBytesPerSecond ?? double.PositiveInfinity) / Math.Max(1, profile.ConsumerGroups));

    /// <summary>Messages that the profile may send a second, each a request of its own and of each of its groups; infinite where nothing was promised.</summary>
    public static double MessagesPerSecond(Profile profile) =>
        (profile.Limits.MaxRequestsPerSecond ?? double.PositiveInfinity) / (1 + profile.ConsumerGroups);

    /// <summary>Partitions of each topic.</summary>
    public static int Partitions(Profile profile, int wanted) =>
        profile.Limits.MaxPartitions is { } cap ? Math.Clamp(cap / profile.Topics, 1, wanted) : wanted;

    /// <summary>What producers and consumers leave of the connections.</summary>
    public static int HeldConnections(Profile profile) =>
        Math.Min(profile.Connections.Held, Math.Max(0, (profile.Limits.MaxConnections ?? int.MaxValue) - profile.Clients));

    public static double ChurnPerSecond(Profile profile, double wanted) =>
        Math.Min(wanted, profile.Limits.MaxConnectionAttemptsPerSecond ?? double.PositiveInfinity);

    /// <summary>Messages a second over a long time; null for a closed loop, which has no rate of its own.</summary>
    private static double? MeanRate(ArrivalProcess arrivals) => arrivals switch
    {
        ConstantArrivals constant => constant.Rate,
        PoissonArrivals poisson => poisson.Rate,
        BurstArrivals bursts => (bursts.Rate * bursts.OnSeconds + bursts.OffRate * bursts.OffSeconds) / (bursts.OnSeconds + bursts.OffSeconds),
        DiurnalArrivals day => day.Rate,
        _ => null,
    };

    private static double MeanBytes(SizeDistribution size) => size switch
    {
        FixedSize one => one.Bytes,
        LognormalSize drawn => Math.Min(drawn.Maximum, drawn.Median * Math.Exp(drawn.Sigma * drawn.Sigma / 2)),
        MixedSize mixture => mixture.Parts.Sum(part => part.Weight * MeanBytes(part.Size)) / mixture.Parts.Sum(part => part.Weight),
        _ => 0,
    };
}
