namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>What was seen of brokers and clients under two configurations. Base units, means over the trials of each.</summary>
/// <param name="Baseline">Null where nothing of the kind was seen; likewise <paramref name="Best"/>.</param>
public sealed record TelemetryDocument(string Name, double? Baseline, double? Best);
