using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Clusters;

/// <summary>librdkafka's own mock cluster in this process: real protocol, real sockets, no broker settings.</summary>
public sealed record EmbeddedClusterSpec : ClusterSpec
{
    public override string Driver => "embedded";

    [Range(1, 64)]
    public int Brokers { get; init; } = 3;

    /// <summary>Round-trip time added to every request.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan RoundTripTime { get; init; }

    public override ImmutableArray<string> Telemetry => ClientTelemetryNames.All;
}
