using System.Globalization;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Everything that a profile does in an episode, before it is done: pure, and independent of the timing of any thread.</summary>
public sealed class ProfilePlan
{
    private readonly ulong _seed;

    private ProfilePlan(Profile profile, double rateFactor, ulong seed)
    {
        Profile = profile;
        RateFactor = rateFactor;
        _seed = seed;
    }

    public Profile Profile { get; }

    /// <summary>What the profile's own rate is multiplied by in this episode; never so much that the customer's plan would be exceeded.</summary>
    public double RateFactor { get; }

    /// <summary>Messages that each producer may have unacknowledged; null for open arrivals.</summary>
    public int? Outstanding => Profile.Arrivals is ClosedLoop loop ? Math.Max(1, (int)Math.Round(loop.Outstanding * RateFactor)) : null;

    public static ProfilePlan For(Episode episode, Profile profile) =>
        new(profile, PromisedCaps.RateFactor(profile, episode.Weights[profile.Name] * episode.ProfileCount), CounterRandom.DeriveSeed(episode.Seed, "profile/" + profile.Name));

    /// <summary>Idle connections, at most what the customer may have.</summary>
    public int HeldConnections => PromisedCaps.HeldConnections(Profile);

    /// <summary>Partitions of each topic, at most what the customer may have.</summary>
    /// <param name="wanted">The configuration's; null for the profile's own.</param>
    public int Partitions(int? wanted) => PromisedCaps.Partitions(Profile, wanted ?? Profile.PartitionsPerTopic);

    /// <summary>The producer's payloads; the same in both phases.</summary>
    public PayloadPool Payloads(int producer) => PayloadPool.For(Profile, ProducerSeed(producer, "payloads"));

    public MessageSchedule Messages(int producer, Phase phase, PayloadPool payloads)
    {
        var name = phase.ToString();
        var own = ProducerSeed(producer, name);
        var arrivals = ArrivalTimes.For(
            Profile.Arrivals, CounterRandom.DeriveSeed(_seed, name), own, RateFactor / Profile.Producers);
        var shaper = new Shaper(PromisedCaps.BytesPerSecond(Profile) / Profile.Producers, PromisedCaps.MessagesPerSecond(Profile) / Profile.Producers);
        return new MessageSchedule(arrivals, new KeySampler(Profile.Keys, own), payloads, Profile.Topics, shaper, own);
    }

    /// <summary>Whether the producer's transaction number <paramref name="index"/> is aborted.</summary>
    public bool Aborts(int producer, long index) =>
        Profile.Transactions is { AbortRate: > 0 } load
        && CounterRandom.For(ProducerSeed(producer, "transactions"), "abort", (ulong)index).NextDouble() < load.AbortRate;

    /// <summary>When connections are closed and opened again.</summary>
    public Instants Churn() => new(PromisedCaps.ChurnPerSecond(Profile, Profile.Connections.ChurnPerSecond * RateFactor), CounterRandom.DeriveSeed(_seed, "churn"));

    /// <summary>When a consumer leaves its group and comes back.</summary>
    public Instants Rebalances() => new(Profile.RebalancesPerMinute / 60, CounterRandom.DeriveSeed(_seed, "rebalances"));

    private ulong ProducerSeed(int producer, string purpose) =>
        CounterRandom.DeriveSeed(_seed, string.Create(CultureInfo.InvariantCulture, $"producer/{producer}/{purpose}"));
}
