namespace Orleans.Concurrency;

/// <summary>Calls of the method may interleave with any other call of the grain. Turns still never overlap.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
