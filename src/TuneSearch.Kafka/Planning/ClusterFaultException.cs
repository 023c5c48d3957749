namespace TuneSearch.Kafka.Planning;

/// <summary>Something failed that is not the configuration's fault: a hang, a full disk, a lost connection.</summary>
internal sealed class ClusterFaultException(string words, Exception? inner = null) : Exception(words, inner);
