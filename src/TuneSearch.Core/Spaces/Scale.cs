namespace TuneSearch.Core.Spaces;

/// <summary>Whether equal steps add (linear) or multiply (log).</summary>
public enum Scale
{
    Linear,
    Log,
}
