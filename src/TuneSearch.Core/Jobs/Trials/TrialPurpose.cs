namespace TuneSearch.Core.Jobs.Trials;

/// <summary>Why a trial is run.</summary>
public enum TrialPurpose
{
    /// <summary>The baseline against itself (A/A).</summary>
    Calibration,
    Search,
    Finalist,
    Gate,
    Elimination,

    /// <summary>For the reported estimate only; had no part in choosing.</summary>
    Estimate,
}
