namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>How the job stood after a trial had ended.</summary>
public sealed record ProgressPoint(int Trial, string Phase, double AtSeconds)
{
    /// <summary>The event of the job, counted from 1, after which it stood so.</summary>
    public long Version { get; init; }

    public double? BestObjective { get; init; }

    public double? BaselineObjective { get; init; }

    public double Temperature { get; init; }

    public double? Acceptance { get; init; }
}
