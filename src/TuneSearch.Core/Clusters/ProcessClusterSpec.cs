using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Clusters;

/// <summary>Brokers that TuneSearch runs itself from a Kafka distribution.</summary>
public sealed record ProcessClusterSpec : ClusterSpec
{
    public override string Driver => "process";

    /// <summary>1 to 3.</summary>
    [Range(1, 3)]
    public int Brokers { get; init; } = 1;

    /// <summary>The distribution's folder; the environment's KAFKA_HOME by default.</summary>
    public string? Home { get; init; }

    /// <summary>Processors that the brokers may use, as «0-1»; all by default.</summary>
    public string? Processors { get; init; }

    /// <summary>Added niceness of the brokers, 0 to 19.</summary>
    [Range(0, 19)]
    public int Niceness { get; init; }

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a broker may take to stop before it is killed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Endpoints whose series are kept with each trial.</summary>
    public ImmutableArray<PrometheusSource> Prometheus { get; init; } = [];

    /// <summary>Closer looks where something is wrong.</summary>
    public ImmutableArray<ClusterHook> Hooks { get; init; } = [];

    [JsonIgnore]
    public override ImmutableArray<string> Telemetry => [.. TelemetryNames.All, .. ClientTelemetryNames.All, .. Prometheus.SelectMany(source => source.Series)];
}
