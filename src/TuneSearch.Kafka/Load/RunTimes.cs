namespace TuneSearch.Kafka.Load;

/// <summary>Where a run's time went.</summary>
/// <param name="SetUp">Topics, clients, groups, connections.</param>
/// <param name="WarmUp">Until steady, or its maximum.</param>
/// <param name="IsSteady">Whether the warm-up ended because throughput and latency were steady, and not at its maximum.</param>
/// <param name="Drain">After the last send, until all had arrived or its maximum.</param>
internal readonly record struct RunTimes(TimeSpan SetUp, TimeSpan WarmUp, bool IsSteady, TimeSpan Drain);
