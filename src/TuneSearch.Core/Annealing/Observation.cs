namespace TuneSearch.Core.Annealing;

/// <summary>What a searcher is told of a trial.</summary>
/// <param name="Cost">To be made small: the mean of the objective over the trial's episodes, negated where it is maximised; null where the
/// configuration cannot run. Never NaN or infinite.</param>
/// <param name="Violation">0 where every limit on metrics is met; else by how much they are missed together, as a sum of relative excesses.
/// A configuration that misses a limit has a cost all the same: among those that miss, the smaller violation is better, and each that meets is better than all of them.</param>
/// <param name="Episodes">How many episodes the mean is of: the weight of the number. 0 where the configuration cannot run.</param>
public sealed record Observation(double? Cost, double Violation = 0, int Episodes = 1)
{
    /// <summary>The configuration cannot run.</summary>
    public static readonly Observation Infeasible = new(null, double.PositiveInfinity, 0);

    /// <summary>By how much the tightest limit is kept, relative; negative by how far it is missed, before any allowance for noise. Null where nothing limits.</summary>
    public double? Slack { get; init; }

    /// <summary>Ran and met every limit.</summary>
    public bool IsFeasible => Cost is not null && Violation <= 0;

    /// <summary>The order of preference: feasible by cost, then by violation, then what cannot run (Deb 2000, «An efficient constraint handling
    /// method for genetic algorithms»): never a huge number in place of a reason.</summary>
    public static int Compare(Observation left, Observation right) => (left.Cost, right.Cost) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        ({ } a, { } b) => left.Violation.CompareTo(right.Violation) is var byLimits and not 0 ? byLimits : a.CompareTo(b),
    };
}
