namespace TuneSearch.Kafka.Telemetry;

/// <summary>What the kernel has counted of one process so far.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="ResidentBytes">Memory in RAM now.</param>
/// <param name="ReadBytes">Fetched from storage; what the page cache answered is not in it.</param>
/// <param name="WrittenBytes">Sent towards storage.</param>
internal readonly record struct ProcessSample(double CpuSeconds, long ResidentBytes, long ReadBytes, long WrittenBytes);
