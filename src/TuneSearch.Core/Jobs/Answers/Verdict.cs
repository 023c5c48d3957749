namespace TuneSearch.Core.Jobs.Answers;

public enum Verdict
{
    /// <summary>Measured again, passed the gate.</summary>
    Improved,

    /// <summary>Nothing passed the gate; the answer is the configuration that runs today.</summary>
    Baseline,

    /// <summary>The best that was measured, not verified by fresh measurements.</summary>
    Unverified,
}
