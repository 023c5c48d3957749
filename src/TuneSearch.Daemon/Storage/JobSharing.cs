namespace TuneSearch.Daemon.Storage;

/// <summary>Whether other daemons work on the same jobs by agreement with this one.</summary>
/// <param name="IsAlone">False for a member of a cluster of silos.</param>
internal sealed record JobSharing(bool IsAlone);
