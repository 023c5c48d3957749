namespace TuneSearch.Core.Clusters;

/// <summary>A cluster cannot be opened now: nobody answers at its address, another process works with it, or this machine has no room for it. The message says why and the way out.</summary>
public sealed class ClusterUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
