namespace TuneSearch.Kafka.Planning;

/// <summary>How patient the executor is.</summary>
internal sealed record ExecutorOptions
{
    /// <summary>The longest that a written value may take to be read back; brokers learn of it through their controller. Default 15 s.</summary>
    public TimeSpan ReadBackTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long brokers may still be at a change that they accepted: telling of what was before it (Kafka 4.0.0, some milliseconds), unable to stop in order
    /// (Kafka 2.4.0, 300 ms after fewer threads). Default 1 s.
    /// </summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a changed cluster may take to be healthy. Default 60 s.</summary>
    public TimeSpan HealthTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two looks. Default 100 ms.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest that putting things back may take, also where the caller has given up. Default 5 minutes.</summary>
    public TimeSpan RollbackTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
