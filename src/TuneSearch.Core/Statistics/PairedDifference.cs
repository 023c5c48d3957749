namespace TuneSearch.Core.Statistics;

/// <summary>What one episode says about a challenger against its incumbent.</summary>
/// <param name="Value">Challenger minus incumbent, on the log scale where all values are positive; positive is better.</param>
/// <param name="Steps">How many trials later than the incumbent the challenger ran on that episode; negative where it ran before.</param>
public readonly record struct PairedDifference(double Value, double Steps);
