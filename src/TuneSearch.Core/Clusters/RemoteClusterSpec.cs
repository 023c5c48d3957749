using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Clusters;

/// <summary>An existing cluster, reached by its bootstrap servers.</summary>
public sealed record RemoteClusterSpec : ClusterSpec
{
    public override string Driver => "remote";

    public ImmutableArray<string> BootstrapServers { get; init; } = [];

    /// <summary>Client settings for the connection (security.protocol, sasl.*, ssl.*); values may name an environment variable as ${NAME}.</summary>
    public ImmutableSortedDictionary<string, string> Client { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Program and arguments that restart one broker; {broker} is replaced. Without it parameters that need a restart are refused.</summary>
    public ImmutableArray<string> RestartCommand { get; init; } = [];

    /// <summary>Program and arguments that apply host or infrastructure settings; receives them as one JSON line.</summary>
    public ImmutableArray<string> ApplyCommand { get; init; } = [];

    /// <summary>Endpoints whose series are kept with each trial.</summary>
    public ImmutableArray<PrometheusSource> Prometheus { get; init; } = [];

    /// <summary>Closer looks where something is wrong.</summary>
    public ImmutableArray<ClusterHook> Hooks { get; init; } = [];

    [JsonIgnore]
    public override ImmutableArray<string> Telemetry => [.. ClientTelemetryNames.All, .. Prometheus.SelectMany(source => source.Series)];
}
