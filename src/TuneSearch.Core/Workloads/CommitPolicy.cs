namespace TuneSearch.Core.Workloads;

/// <summary>How consumers commit their offsets.</summary>
public sealed record CommitPolicy(CommitMode Mode = CommitMode.Periodic)
{
    /// <summary>For <see cref="CommitMode.Periodic"/>.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For <see cref="CommitMode.EveryMessages"/>.</summary>
    public int Messages { get; init; } = 1000;
}

public enum CommitMode
{
    None,
    Periodic,
    EveryMessages,
}
