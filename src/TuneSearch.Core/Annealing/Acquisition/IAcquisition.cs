using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>How much measuring a configuration promises, given what the model believes of it. Higher is better; differences are those of logarithms, so that
/// a chain can accept by them.</summary>
internal interface IAcquisition
{
    string Name { get; }

    /// <param name="best">The lowest mean among the measured configurations, on the model's scale.</param>
    /// <param name="noise">Variance of one measurement's noise.</param>
    /// <param name="luck">A standard normal that belongs to the configuration in this proposal.</param>
    double Promise(Belief belief, double best, double noise, double luck);
}
