namespace TuneSearch.Core.Jobs.Futility;

/// <summary>What stopping hopeless trials saved.</summary>
/// <param name="Planned">Episodes that the trials would have measured.</param>
/// <param name="Measured">Episodes that were measured.</param>
/// <param name="StoppedTrials">Trials that were stopped early.</param>
internal sealed record FutilityReport(int Planned, int Measured, int StoppedTrials)
{
    /// <summary>Share of the measuring time saved, 0 to 1.</summary>
    public double Saved => Planned == 0 ? 0 : 1 - ((double)Measured / Planned);

    public FutilityReport With(int planned, int measured, bool stopped) =>
        new(Planned + planned, Measured + measured, StoppedTrials + (stopped ? 1 : 0));
}
