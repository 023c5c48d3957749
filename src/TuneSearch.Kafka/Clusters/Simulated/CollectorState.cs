namespace TuneSearch.Kafka.Clusters.Simulated;

/// <param name="ProcessorShare">Processor time of collecting over that of working.</param>
/// <param name="Pause">Seconds a pause.</param>
/// <param name="PausedShare">Share of the time that everything stands still.</param>
internal sealed record CollectorState(double ProcessorShare, double Pause, double PausedShare);
