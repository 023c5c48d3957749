namespace TuneSearch.Core.Measurements.Health;

/// <summary>What is known about the measuring itself, over the measured part of an episode.</summary>
public sealed record GeneratorFacts
{
    /// <summary>The 99th percentile of how late the generator itself sent, by <see cref="ScheduleLag"/>.</summary>
    public TimeSpan ScheduleLagP99 { get; init; }

    /// <summary>Messages of the plan that no producer came to send, as a share of the plan; 0 in a closed loop.</summary>
    public double Unsent { get; init; }

    /// <summary>The busiest sending thread's share of one processor, 0 to 1.</summary>
    public double BusiestThread { get; init; }

    /// <summary>Share of the machine's processor time that the hypervisor gave to others, 0 to 1.</summary>
    public double StolenTime { get; init; }

    /// <summary>Share of the machine's processor time that other processes had while the load's own threads waited for it, 0 to 1.</summary>
    public double TakenTime { get; init; }

    /// <summary>Share of the machine's processor time for which a control group's quota kept the load from running, 0 to 1.</summary>
    public double ThrottledTime { get; init; }

    /// <summary>How far wall clock and monotonic clock moved apart.</summary>
    public TimeSpan ClockJump { get; init; }
}
