namespace TuneSearch.Kafka.Clusters.Simulated;

/// <param name="Utilisation">Of the disk.</param>
/// <param name="StallRisk">Share of time near the dirty limit, 0 to 1.</param>
/// <param name="Stall">Seconds that a writer stands when the limit is hit.</param>
/// <param name="BlockedSeconds">Time that an I/O thread is blocked, a batch.</param>
/// <param name="MissedShare">Share of reads that go to the disk.</param>
internal sealed record StorageState(double Utilisation, double StallRisk, double Stall, double BlockedSeconds, double MissedShare);
