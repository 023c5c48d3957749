using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>The intended send times of one producer, one after the other, in seconds since its phase began; never ends, never falls.</summary>
/// <remarks>
/// What the producers of a profile have in common (the bursts, the hour of the «day») is drawn from the profile's seed, what is a
/// producer's own (its arrivals) from the producer's. Together they make the profile's rate.
/// </remarks>
public abstract class ArrivalTimes
{
    /// <summary>Seconds since the phase began.</summary>
    public abstract double NextSeconds();

    /// <param name="profileSeed">Shared by the producers of the profile.</param>
    /// <param name="producerSeed">The producer's own.</param>
    /// <param name="rateFactor">Multiplies every rate: the profile's share of the mixture, divided among its producers.</param>
    /// <returns>Null for a closed loop, which has no intended times of its own.</returns>
    public static ArrivalTimes? For(ArrivalProcess process, ulong profileSeed, ulong producerSeed, double rateFactor) => process switch
    {
        ClosedLoop => null,
        ConstantArrivals constant => new ConstantTimes(constant.Rate * rateFactor, producerSeed),
        PoissonArrivals poisson => new PoissonTimes(poisson.Rate * rateFactor, producerSeed),
        BurstArrivals bursts => new BurstTimes(bursts, rateFactor, profileSeed, producerSeed),
        DiurnalArrivals diurnal => new DiurnalTimes(diurnal, rateFactor, profileSeed, producerSeed),
        _ => throw new ArgumentOutOfRangeException(nameof(process), process, "An arrival process is closed, constant, poisson, bursts or diurnal."),
    };

    private protected static CounterRandom Stream(ulong seed, string purpose) => CounterRandom.For(seed, purpose);
}
