namespace TuneSearch.Core.Quantities;

/// <summary>What a unit measures.</summary>
public enum Dimension
{
    /// <summary>A bare number.</summary>
    None,

    /// <summary>Base unit: the second.</summary>
    Time,

    /// <summary>Base unit: the byte.</summary>
    Size,

    /// <summary>Base unit: 1; 2% is 0.02.</summary>
    Ratio,
}
