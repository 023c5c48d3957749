namespace TuneSearch.Core.Quantities;

/// <summary>Says which units a file may write for a number; without it a number is written bare. Times are <see cref="TimeSpan"/>s.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountsInAttribute(Dimension dimension) : Attribute
{
    public Dimension Dimension { get; } = dimension;
}
