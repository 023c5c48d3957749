namespace TuneSearch.Kafka.Telemetry;

/// <summary>What the kernel has counted of the machine, or of the control group that the brokers are in.</summary>
/// <param name="PageCacheBytes">File pages in memory now; of the control group where there is one.</param>
/// <param name="ReceivedBytes">Over all network interfaces, loopback included: test clusters talk over it.</param>
/// <param name="ThrottledSeconds">Time the control group was kept from running by its CPU limit.</param>
internal readonly record struct MachineSample(long PageCacheBytes, long ReceivedBytes, long SentBytes, double ThrottledSeconds);
