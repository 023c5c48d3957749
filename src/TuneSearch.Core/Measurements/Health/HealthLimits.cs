namespace TuneSearch.Core.Measurements.Health;

/// <summary>Beyond which a trial is invalid: nothing was learnt about the configuration.</summary>
public sealed record HealthLimits
{
    /// <summary>0 to any; the default is what a loaded two-core machine keeps.</summary>
    public TimeSpan ScheduleLagP99 { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Share of planned messages, 0 to 1.</summary>
    public double Unsent { get; init; } = 0.001;

    /// <summary>Share of the machine's processor time that the hypervisor may give to others, 0 to 1; nothing else tells of it.</summary>
    public double StolenTime { get; init; } = 0.05;

    /// <summary>
    /// Share of the machine's processor time that other processes may have while the load waits for it, 0 to 1. Wide, because two
    /// configurations that are compared take turns and meet the same neighbours; what delays the schedule is judged by itself.
    /// </summary>
    public double TakenTime { get; init; } = 0.75;

    /// <summary>
    /// Share of the machine's processor time that a control group's quota may keep back, 0 to 1. The default judges nothing: a quota
    /// is the size of the machine, and the same for every configuration.
    /// </summary>
    public double ThrottledTime { get; init; } = 1;

    /// <summary>How far the wall clock may move against the monotonic one.</summary>
    public TimeSpan ClockJump { get; init; } = TimeSpan.FromMilliseconds(100);
}
