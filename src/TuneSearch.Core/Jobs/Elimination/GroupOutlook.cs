using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>What may be expected of taking groups of lines back: of the objective, and of the guarded metrics where anything was seen to lose.</summary>
/// <param name="guards">Draws of which lines keep guarded metrics from losing; null where none has to.</param>
/// <param name="noise">Variance of a single measurement of the objective.</param>
internal sealed class GroupOutlook(LineBelief objective, LineBelief? guards, EliminationPlan plan, PooledVariance noise, IDistributions distributions)
{
    private readonly double _error = Math.Sqrt(2 * noise.Variance / plan.PairsPerTest);
    private readonly double _critical = distributions.StudentQuantile(1 - (EliminationPlan.Alpha * SequentialLooks.LastShare), noise.Freedom);

    public LineBelief Objective => objective;

    /// <summary>What each line takes of what may be lost, by the part that it takes most of.</summary>
    public IReadOnlyList<double> Costs { get; } =
        [.. Enumerable.Range(0, objective.Lines).Select(line => Math.Max(objective.Means[line] / plan.Margin, guards?.Means[line] ?? double.NegativeInfinity))];

    /// <summary>That a test of the lines shows the objective's loss to be within the margin.</summary>
    public double ChanceOfObjective(IReadOnlyCollection<int> lines) =>
        objective.ChanceToGo(lines, plan.Margin, _error, _critical, t => distributions.StudentCumulative(t, noise.Freedom));

    /// <summary>The same, and that nothing guarded is hurt.</summary>
    public double Chance(IReadOnlyCollection<int> lines) => ChanceOfObjective(lines) * (guards?.Sums(lines).Average(keepingHarmOff => keepingHarmOff == 0 ? 1.0 : 0) ?? 1);

    /// <summary>That a test lets go what surely costs nothing: no belief makes it likelier.</summary>
    public double BestChance => new LineBelief([[0.0]]).ChanceToGo([0], plan.Margin, _error, _critical, t => distributions.StudentCumulative(t, noise.Freedom));

    /// <summary>How surely a line may be taken for one that brings nothing.</summary>
    public double ChanceOfNothing(int line) => Math.Min(objective.ChanceOfNothing(line), 1 - (guards?.Means[line] ?? 0));
}
