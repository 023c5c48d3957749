namespace TuneSearch.Core.Jobs;

/// <summary>How much is done to be sure of the answer.</summary>
public enum Verification
{
    /// <summary>No A/A, finalists, gate or minimal diff; the budget's trials are exactly the number of measurements.</summary>
    None,

    /// <summary>A/A calibration, finalists on fresh and held-out episodes, gate, minimal diff, unbiased estimate.</summary>
    Gate,
}
