using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Kafka.Tests.Load;

/// <summary>Limits that hold on a machine that builds and tests at once, where a verdict on the schedule would be one on the neighbours.</summary>
internal static class AnyMachine
{
    public static readonly HealthLimits Limits = new()
    {
        ScheduleLagP99 = TimeSpan.FromMinutes(1), Unsent = 1, StolenTime = 1, TakenTime = 1, ClockJump = TimeSpan.FromMinutes(1),
    };
}
