namespace Orleans.Concurrency;

/// <summary>All calls of the grain class may interleave. Turns still never overlap.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
