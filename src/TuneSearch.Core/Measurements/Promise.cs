namespace TuneSearch.Core.Measurements;

/// <summary>One thing that a customer is owed, and what he got.</summary>
/// <param name="Metric">A name of <see cref="MetricNames"/>, whose unit the numbers have.</param>
public readonly record struct Promise(string Metric, double Owed, double Measured, bool IsKept);
