namespace TuneSearch.Core.Measurements.Health;

/// <summary>Beyond which a trial is invalid: nothing was learnt about the configuration.</summary>
public sealed record HealthLimits
{
    /// <summary>0 to any; the default is what a loaded two-core machine keeps.</summary>
    public TimeSpan ScheduleLagP99 { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Share of planned messages, 0 to 1.</summary>
    public double Unsent { get; init; } = 0.001;

    /// <summary>Share of the machine's processor time, 0 to 1.</summary>
    public double StolenTime { get; init; } = 0.05;

    public TimeSpan ClockJump { get; init; } = TimeSpan.FromMilliseconds(100);
}
