namespace TuneSearch.Core.Clusters;

/// <summary>Brokers that TuneSearch runs itself from a Kafka distribution.</summary>
public sealed record ProcessClusterSpec : ClusterSpec
{
    public override string Driver => "process";

    /// <summary>1 to 3.</summary>
    public int Brokers { get; init; } = 1;

    /// <summary>The distribution's folder; the environment's KAFKA_HOME by default.</summary>
    public string? Home { get; init; }

    /// <summary>Processors that the brokers may use, as «0-1»; all by default.</summary>
    public string? Processors { get; init; }

    /// <summary>Added niceness of the brokers, 0 to 19.</summary>
    public int Niceness { get; init; }

    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a broker may take to stop before it is killed.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(20);
}
