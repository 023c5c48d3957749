using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>A challenger against an incumbent on one number; positive is better.</summary>
internal sealed record PairedResult(ChangeScale Scale, MeanEstimate Mean)
{
    /// <summary>Pairs in which the incumbent has the number and the challenger has not: of a latency, mostly that nothing arrived. They are in no mean, so whoever claims anything has to look here.</summary>
    public int Missing { get; init; }
}
