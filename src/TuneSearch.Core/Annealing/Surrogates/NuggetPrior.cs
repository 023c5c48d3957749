using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What is believed of the nugget before a fit: normal densities of its logarithm and of the log odds that it is ruggedness rather than noise.</summary>
/// <remarks>
/// While few configurations are measured the likelihood hardly tells small nuggets apart, since length scales explain the costs as well; the likeliest nugget is then
/// the one believed beforehand, and where there is noise that must be one of a usual noise. The more parameters, the more of the costs' spread is theirs, and the
/// smaller the noise's share of it.
/// </remarks>
internal readonly record struct NuggetPrior(double LogMean, double Deviation, double LogOdds, double LogOddsDeviation)
{
    private const double Typical = 1e-3;
    private const double UsualDeviation = 2.5;
    private const double DeviationWhenKnown = 0.5;
    private const double LogOddsWhenNoiseless = 6;
    private const double LogOddsDeviationWhenNoiseless = 0.1;

    /// <summary>Noise and ruggedness of a noisy system, as a share of the signal's variance, times the number of axes.</summary>
    private const double NoisyTimesAxes = 0.1;
    private const double LargestNoisy = 0.02;

    /// <summary>Where nobody knows whether there is noise.</summary>
    public static NuggetPrior Usual { get; } = Around(Typical, UsualDeviation);

    /// <summary>Where there is noise and nobody knows how much.</summary>
    public static NuggetPrior Noisy(int axes) => Around(Math.Clamp(NoisyTimesAxes / Math.Max(1, axes), Typical, LargestNoisy), UsualDeviation);

    /// <param name="noise">The share of the costs' variance that is noise, measured beforehand; zero where there is none.</param>
    public static NuggetPrior Known(double noise) => noise > 0
        ? Around(noise, DeviationWhenKnown)
        : Usual with { LogOdds = LogOddsWhenNoiseless, LogOddsDeviation = LogOddsDeviationWhenNoiseless };

    private static NuggetPrior Around(double nugget, double deviation) => new(PortableMath.Log(nugget), deviation, 0, 1);
}
