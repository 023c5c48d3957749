using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Clusters;

/// <summary>A closer look by the user's own programs (profiler, heap dump), whose files are kept with the trial.</summary>
/// <param name="On">What it waits for.</param>
/// <param name="Command">
/// Program and arguments, started without a shell, once for each broker concerned. {broker}, {pid}, {trial}, {seconds} and {folder} are
/// replaced; what it leaves in {folder} is kept. After a full GC it runs when the episode is over, on a regression beside the same
/// episode run once more, which is not counted.
/// </param>
public sealed record ClusterHook(HookTrigger On, ImmutableArray<string> Command)
{
    /// <summary>For a regression: runs when that episode is over, to end what the command began; nothing by default.</summary>
    public ImmutableArray<string> Afterwards { get; init; } = [];

    /// <summary>The longest that one command may take; it is killed then, and its trial goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How much worse than the mean of the baseline's episodes counts as a regression, 0.2 = 20 %.</summary>
    [Range(0.0, 100.0), CountsIn(Dimension.Ratio)]
    public double Threshold { get; init; } = 0.2;

    /// <summary>How often at most in a job, all of its clusters together; a daemon that is started again counts anew.</summary>
    [Range(1, 1000)]
    public int Times { get; init; } = 3;

    /// <summary>A larger file is not kept, only named.</summary>
    [Range(1L, 1L << 30), CountsIn(Dimension.Size)]
    public long MaxFileBytes { get; init; } = 64L << 20;
}
