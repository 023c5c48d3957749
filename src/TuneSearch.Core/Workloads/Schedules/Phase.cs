namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>The parts of an episode that have arrivals of their own, so that the measured ones do not depend on how long the warm-up took.</summary>
public enum Phase
{
    WarmUp,
    Measure,
}
