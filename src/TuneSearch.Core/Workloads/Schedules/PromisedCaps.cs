namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Holds a profile to its customer's plan: a mixture may scale it up, but no customer sends, holds or owns more than was promised.</summary>
internal static class PromisedCaps
{
    /// <param name="wanted">What the mixture multiplies the profile's rate by.</param>
    public static double RateFactor(Profile profile, double wanted)
    {
        if (profile.Limits.MaxIngressBytesPerSecond is not { } cap || MeanRate(profile.Arrivals) is not { } rate)
        {
            return wanted;
        }

        var bytesPerSecond = rate * Math.Min(MeanBytes(profile.MessageSize), profile.Limits.MaxMessageBytes ?? int.MaxValue);
        return bytesPerSecond > 0 ? Math.Min(wanted, cap / bytesPerSecond) : wanted;
    }

    /// <summary>Partitions of each topic.</summary>
    public static int Partitions(Profile profile, int wanted) =>
        profile.Limits.MaxPartitions is { } cap ? Math.Clamp(cap / profile.Topics, 1, wanted) : wanted;

    public static int HeldConnections(Profile profile) => Math.Min(profile.Connections.Held, profile.Limits.MaxConnections ?? int.MaxValue);

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
