using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>How often each hook of a job may still run, over all clusters that the job opens, one after another or side by side. Any thread may ask.</summary>
internal sealed class HookAllowance(ImmutableArray<ClusterHook> hooks)
{
    private static readonly ConditionalWeakTable<JobSpec, HookAllowance> Jobs = [];

    private readonly int[] _taken = new int[hooks.Length];

    /// <summary>The one of this job, for as long as its specification is in use: a job of the same file has its own.</summary>
    public static HookAllowance Of(JobSpec job, ImmutableArray<ClusterHook> hooks) => Jobs.GetValue(job, _ => new HookAllowance(hooks));

    /// <summary>Takes one of the hook's runs; false where none is left.</summary>
    public bool TryTake(int hook)
    {
        if (Interlocked.Increment(ref _taken[hook]) <= hooks[hook].Times)
        {
            return true;
        }

        Interlocked.Decrement(ref _taken[hook]);
        return false;
    }
}
