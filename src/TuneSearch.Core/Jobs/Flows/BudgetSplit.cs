using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary>How a job's measurements are shared out among its phases; what a phase leaves goes to those after it.</summary>
/// <remarks>
/// The search gets what the proof leaves: with little noise or many trials about half. The gate's largest size is what the margin needs at the measured noise,
/// at most a quarter of the budget; it mostly ends earlier.
/// </remarks>
/// <param name="Search">Measurements.</param>
/// <param name="Finalists">Configurations that are measured again.</param>
/// <param name="FinalistBlocks">Episodes on which they and the baseline run; 0 where there is no room for them.</param>
/// <param name="Elimination">Measurements.</param>
/// <param name="GatePairs">The most pairs of the gate.</param>
/// <param name="EstimatePairs">Pairs kept back for the estimate.</param>
internal sealed record BudgetSplit(int Search, int Finalists, int FinalistBlocks, int Elimination, int GatePairs, int EstimatePairs)
{
    /// <summary>With fewer pairs Student's t is too wide to show anything.</summary>
    public const int LeastPairs = 4;

    /// <summary>Pairs of the gate as a share of what the calibration leaves; a pair is two measurements.</summary>
    public const double GateShare = 0.13;

    /// <summary>The first candidate's share of the error; the second has the rest.</summary>
    public const double FirstCandidate = 0.8;

    private const double GatePower = 0.9;

    /// <summary>Of the gate alone; the search has to find the gain as well.</summary>
    private const double GainPower = 0.95;

    /// <summary>A gain of twice the noise of a single measurement must be shown, whatever the margin asks.</summary>
    private const double GainToShow = 2;

    /// <summary>Below this the search's best goes to the gate as it is: a second look at it would leave too little to find it with.</summary>
    private const int TooFewForFinalists = 36;
    private const int TooFewForThreePairs = 22;
    private const int TooFewForElimination = 44;

    /// <summary>What the minimal diff needs for each parameter that may differ, and what it may take for that: telling lines apart costs the more the more there are.</summary>
    private const double MeasurementsALine = 1.5;
    private const double MostForLines = 0.25;

    /// <summary>What the minimal diff leaves of a gain at least, with its largest margin.</summary>
    private const double AfterElimination = 0.75;

    /// <summary>The calibration's noise is from few pairs and may be too small by a third.</summary>
    private const double GateReserve = 1.5;

    /// <summary>Kept back so that the lines which are expected to stay can be estimated.</summary>
    private const int MeasurementsForLines = 2;

    /// <summary>Pairs of the A/A calibration for a budget: a tenth of it, 3 to 10 pairs, and never fewer than it takes to see every profile: what it has not seen the gate does not guard.</summary>
    /// <param name="toCoverAll">Episodes until every profile has run.</param>
    public static int CalibrationPairs(int budget, int toCoverAll) => Math.Max(Math.Clamp(budget / 20, 3, 10), toCoverAll);

    /// <summary>The smallest budget whose gate may be as large as needed: it gets a fixed share of what the calibration leaves.</summary>
    /// <param name="toCoverAll">Episodes until every profile has run.</param>
    public static int BudgetFor(int pairs, int toCoverAll)
    {
        var left = (int)Math.Ceiling(pairs / GateShare);
        var budget = left;
        while (budget - (2 * CalibrationPairs(budget, toCoverAll)) < left)
        {
            budget++;
        }

        return (budget + 9) / 10 * 10;
    }

    /// <param name="left">Measurements left after the calibration.</param>
    public static BudgetSplit For(int left, Calibration calibration, JobSpec spec, IDistributions distributions)
    {
        if (left < TooFewForFinalists)
        {
            var pairs = left < TooFewForThreePairs ? 2 : LeastPairs - 1;
            return new BudgetSplit(Math.Max(1, left - (2 * LeastPairs) - (2 * pairs)), 1, 0, 0, LeastPairs, pairs);
        }

        var gatePairs = Math.Clamp(GatePairsNeeded(calibration, spec, distributions), LeastPairs, Math.Max(LeastPairs, (int)Math.Round(GateShare * left)));
        var estimatePairs = Math.Clamp((int)Math.Round(0.06 * left), LeastPairs, 12);
        var finalists = left < 60 ? 2 : left < 150 ? 3 : 4;
        var finalistBlocks = Math.Max(2, (int)Math.Round(0.12 * left / (finalists + 1)));
        var elimination = left < TooFewForElimination ? 0 : (int)Math.Round(Math.Max(
            left * (0.12 + (0.2 * Math.Clamp((left - 90) / 200.0, 0, 1))),
            Math.Min(left * MostForLines, MeasurementsALine * spec.Space.Searched.Length)));
        var search = left - (2 * gatePairs) - (2 * estimatePairs) - ((finalists + 1) * finalistBlocks) - elimination;
        return new BudgetSplit(Math.Max(1, search), finalists, finalistBlocks, elimination, gatePairs, estimatePairs);
    }

    /// <summary>Measurements that the minimal diff leaves. The gate keeps a quarter more than its share, for noise that the calibration took too low; half of the estimate's
    /// share is enough to keep back, because a gate mostly ends early and leaves the rest.</summary>
    /// <param name="needed">Pairs of the gate.</param>
    public int ReservedForGate(int needed)
    {
        var gate = Math.Max(LeastPairs, Math.Min((int)(needed * GateReserve), (GatePairs * 5 / 4) + 1));
        return (2 * (gate + Math.Max(LeastPairs, EstimatePairs / 2))) + MeasurementsForLines;
    }

    /// <summary>The most pairs of a gate that starts with so many measurements left. It may grow beyond its share into what earlier phases left and the estimate can
    /// spare: an answer that just misses is worth less than a wide one. Where trials took longer than the calibration's (restarts), the smallest gate goes before any estimate.</summary>
    public int GatePairsFrom(int needed, int left)
    {
        var wanted = Math.Max(GatePairs, Math.Min((int)(needed * GateReserve), (left / 2) - Math.Max(LeastPairs, EstimatePairs / 2)));
        return Math.Min(wanted, Math.Max((left / 2) - Math.Min(LeastPairs, EstimatePairs), Math.Min(LeastPairs, left / 2)));
    }

    /// <summary>Pairs with which the gate passes a true gain of twice the noise at 95 % power, and all guarded metrics that do not move together at about 90 %.</summary>
    /// <param name="seen">A candidate that was measured: what lies further from its margin than nothing at all needs fewer pairs. The gate measures anew, so this
    /// changes how long it may take and not what it claims.</param>
    public static int GatePairsNeeded(Calibration calibration, JobSpec spec, IDistributions distributions, Finalist? seen = null)
    {
        var gate = spec.Objective.Gate;
        var alpha = (1 - gate.Confidence) * FirstCandidate * SequentialLooks.LastShare;
        var forGain = calibration.Objective.Deviation <= 0 ? LeastPairs
            : DetectableEffect.PairsFor(
                Math.Max(GainToShow * calibration.Objective.Deviation, seen is null ? 0 : AfterElimination * SurelyAbove(seen.Gain, calibration.Objective)),
                calibration.Objective.PairDeviation,
                alpha,
                GainPower,
                distributions);
        var margin = Math.Log(1 / (1 - gate.MaxRegression));
        var guarded = calibration.Guarded.Where(g => !IsTheObjective(g.Metric, spec)).ToArray();

        // All of them must pass together, so each needs the more power the more there are.
        var power = 1 - ((1 - GatePower) / Math.Max(1, guarded.Length));
        var forMargins = guarded.Where(g => g.Floor.PairDeviation > 0).Select(g => DetectableEffect.PairsFor(
            margin + (AfterElimination * Math.Max(0, Seen(seen, g.Metric) is { } result ? SurelyAbove(result, g.Floor) : 0)), g.Floor.PairDeviation, alpha, power, distributions));
        return Math.Max(forGain, forMargins.DefaultIfEmpty(LeastPairs).Max());
    }

    private static PairedResult? Seen(Finalist? seen, ComparedMetric metric) => seen?.Guarded.FirstOrDefault(g => g.Metric == metric).Result;

    private static double SurelyAbove(PairedResult result, NoiseFloor floor) =>
        result.Mean.Count == 0 ? 0 : result.Mean.Mean - (floor.PairDeviation / Math.Sqrt(result.Mean.Count));

    /// <summary>With one profile its own share of the objective is the objective: what is surely better needs no proof that it is no worse.</summary>
    private static bool IsTheObjective(ComparedMetric metric, JobSpec spec) =>
        spec.Profiles.Length == 1 && spec.Objective.Expression.Names.Count == 1 && spec.Objective.Expression.Names.Contains(metric.Metric);
}
