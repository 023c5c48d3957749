using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Kafka.Load;

/// <summary>How the load engine itself behaves; the same for every trial of a job.</summary>
public sealed record LoadOptions
{
    public HealthLimits Limits { get; init; } = new();

    /// <summary>The longest that acknowledgements and deliveries are waited for after the last send; what is missing then is lost.</summary>
    public TimeSpan MaxDrain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that consumer groups may take to share out their partitions.</summary>
    public TimeSpan MaxAssignment { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The shortest sleep of a sending thread, 0 to 1 ms. Messages due within it go out together, up to so much late, which their
    /// latency includes; shorter costs a context switch for each message, which a small machine shows as latency of its own.
    /// </summary>
    public TimeSpan PacingQuantum { get; init; } = TimeSpan.FromMicroseconds(500);

    /// <summary>
    /// How long a cluster is used before its first trial and nothing kept, so that no trial pays for code that is compiled while it
    /// runs; zero for not at all.
    /// </summary>
    public TimeSpan BurnIn { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Called on the sending thread before each send, with the message's sequence number: how tests hold the generator up.</summary>
    internal Action<long>? BeforeSend { get; init; }
}
