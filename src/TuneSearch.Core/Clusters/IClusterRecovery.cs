namespace TuneSearch.Core.Clusters;

/// <summary>Puts right what a killed process left: brokers that still run, settings that are not as they were found.</summary>
/// <remarks>Called at start, before any job goes on. Calling it again, or where nothing was left, does nothing.</remarks>
public interface IClusterRecovery
{
    /// <summary>Returns a line for each cluster that was put right, or that could not be and why.</summary>
    Task<IReadOnlyList<string>> RecoverAsync(CancellationToken cancellationToken);
}
