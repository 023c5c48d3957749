using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Workloads;

/// <summary>How consumers commit their offsets.</summary>
public sealed record CommitPolicy(CommitMode Mode = CommitMode.Periodic)
{
    /// <summary>For <see cref="CommitMode.Periodic"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For <see cref="CommitMode.EveryMessages"/>.</summary>
    [Range(1, 10_000_000)]
    public int Messages { get; init; } = 1000;
}

public enum CommitMode
{
    None,
    Periodic,
    EveryMessages,
}
