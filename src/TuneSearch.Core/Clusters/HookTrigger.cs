namespace TuneSearch.Core.Clusters;

/// <summary>What makes a closer look worth its time.</summary>
public enum HookTrigger
{
    /// <summary>An episode's objective is worse than the baseline's by more than the hook's threshold.</summary>
    Regression,

    /// <summary>A broker's collector stopped it for its whole heap during an episode.</summary>
    FullGc,
}
