namespace TuneSearch.Benchmarks.Load;

/// <summary>What one way of producing reached.</summary>
/// <param name="Messages">Acknowledged a second.</param>
/// <param name="Microseconds">Processor time of the whole process, brokers included, for each message: what a busy machine disturbs less than the rate.</param>
internal readonly record struct Rate(double Messages, double Microseconds);
