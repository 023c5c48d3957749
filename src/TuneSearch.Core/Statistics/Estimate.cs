namespace TuneSearch.Core.Statistics;

/// <summary>A number with its 95 % interval; bounds are null where none can be given.</summary>
public sealed record Estimate(double Value, double? Low = null, double? High = null);
