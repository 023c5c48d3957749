namespace TuneSearch.Core.Workloads;

/// <param name="MessagesPerTransaction">Messages between begin and commit.</param>
/// <param name="AbortRate">Share of transactions that are aborted, 0 to 1.</param>
public sealed record TransactionLoad(int MessagesPerTransaction = 100, double AbortRate = 0);
