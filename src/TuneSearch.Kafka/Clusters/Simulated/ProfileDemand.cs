using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>What one profile asks of the fleet during an episode.</summary>
/// <param name="MessagesPerSecond">Offered; where <see cref="IsClosed"/>, an upper bound that no fleet reaches.</param>
/// <param name="Burstiness">Peak over mean of the arrivals, at least 1.</param>
internal sealed record ProfileDemand(string Name, double MessagesPerSecond, bool IsClosed, double MessageBytes, double Burstiness, Profile Profile)
{
    private const double ClosedLoopMessagesPerSecond = 3e6;

    public static ProfileDemand Of(Profile profile, double share, int profileCount)
    {
        var (rate, burstiness) = profile.Arrivals switch
        {
            ConstantArrivals a => (a.Rate, 1.0),
            PoissonArrivals a => (a.Rate, 1.3),
            BurstArrivals a => (((a.Rate * a.OnSeconds) + (a.OffRate * a.OffSeconds)) / (a.OnSeconds + a.OffSeconds),
                (a.OnSeconds + a.OffSeconds) / (a.OnSeconds + (a.OffSeconds * a.OffRate / a.Rate))),
            DiurnalArrivals a => (a.Rate, 1 + a.Swing),
            _ => (ClosedLoopMessagesPerSecond / profileCount, 1.0),
        };
        return new ProfileDemand(profile.Name, rate * share * profileCount, profile.Arrivals is ClosedLoop, MeanBytes(profile.MessageSize), Math.Max(1, burstiness), profile);
    }

    private static double MeanBytes(SizeDistribution size) => size switch
    {
        FixedSize s => s.Bytes,
        LognormalSize s => Math.Min(s.Median * Math.Exp(s.Sigma * s.Sigma / 2), s.Maximum),
        MixedSize s => s.Parts.Sum(part => part.Weight * MeanBytes(part.Size)) / s.Parts.Sum(part => part.Weight),
        _ => 1024,
    };
}
