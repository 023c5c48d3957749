namespace TuneSearch.Core.Annealing.Acquisition;

/// <summary>By how much a trial has to promise to beat the best before its promise counts: much while most of the search is to come, nothing later.</summary>
/// <remarks>
/// The expected improvement looks one trial ahead and so polishes the first good basin, along parameters that hardly matter, while a better one may still be
/// found (the margin is Močkus' and Jones' 2001, «A taxonomy of global optimization methods based on response surfaces»; that it falls is annealing). Every
/// second trial does without it until reheats begin; from then on the hot ones do. Below the noise a margin says little, so it shrinks by half of it.
/// </remarks>
internal sealed class Ambition(bool fades, int starts, int trials)
{
    /// <summary>In deviations of the costs on the model's scale.</summary>
    private const double AtFirst = 0.4;

    /// <summary>After so many times the start's trials it is gone.</summary>
    private const int StartsUntilGone = 7;
    private const double NoiseCounted = 0.5;

    /// <summary>It is gone after this share of the search's trials at the latest: the last ones are for what was found.</summary>
    private const double ShareOfTrials = 0.7;
    private readonly double _gone = Math.Min(StartsUntilGone * starts, ShareOfTrials * trials);

    /// <param name="step">Trials started so far.</param>
    /// <param name="isEager">Whether this trial goes without a margin.</param>
    /// <param name="noise">Variance of one measurement's noise on the model's scale.</param>
    public double Margin(int step, bool isEager, double noise) =>
        fades && !isEager ? Math.Max(0, (AtFirst * (1 - (step / _gone))) - (NoiseCounted * Math.Sqrt(noise))) : 0;
}
