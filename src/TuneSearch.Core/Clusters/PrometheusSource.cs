using System.Collections.Immutable;

namespace TuneSearch.Core.Clusters;

/// <summary>An endpoint in Prometheus' text format whose series are kept with each trial.</summary>
/// <param name="Url">As http://127.0.0.1:7071/metrics.</param>
/// <param name="Series">Names, or names with labels: kafka_server_requesthandleravgidlepercent{quantile="0.5"}.</param>
public sealed record PrometheusSource(string Url, ImmutableArray<string> Series);
