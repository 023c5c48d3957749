namespace TuneSearch.Core.Clusters;

/// <summary>librdkafka's own mock cluster in this process: real protocol, real sockets, no broker settings.</summary>
public sealed record EmbeddedClusterSpec : ClusterSpec
{
    public override string Driver => "embedded";

    public int Brokers { get; init; } = 3;

    /// <summary>Round-trip time added to every request.</summary>
    public TimeSpan RoundTripTime { get; init; }
}
