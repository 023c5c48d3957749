namespace TuneSearch.Grains.Trials;

/// <summary>The test cluster does not do what the trial asks: the lease was lost.</summary>
internal sealed class WorkRefusedException(string refusal) : Exception(refusal);
