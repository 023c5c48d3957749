namespace Orleans.Concurrency;

/// <summary>The method changes nothing: its calls may interleave with calls of other such methods.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
