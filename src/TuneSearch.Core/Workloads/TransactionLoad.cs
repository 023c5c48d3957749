using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <param name="MessagesPerTransaction">Messages between begin and commit.</param>
/// <param name="AbortRate">Share of transactions that are aborted, 0 to 1.</param>
public sealed record TransactionLoad(
    [property: Range(1, 1_000_000)] int MessagesPerTransaction = 100,
    [property: Range(0.0, 1.0), CountsIn(Dimension.Ratio)] double AbortRate = 0);
