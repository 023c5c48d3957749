using TuneSearch.Core.Measurements;
using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Core.Tests.Measurements.Health;

public sealed class GeneratorHealthTests
{
    private static readonly GeneratorFacts Fine = new() { ScheduleLagP99 = TimeSpan.FromMilliseconds(1), BusiestThread = 0.4 };

    [Fact]
    public void Judge_Fine_IsNull() => GeneratorHealth.Judge(Fine, new HealthLimits()).ShouldBeNull();

    [Fact]
    public void Judge_BehindSchedule_SaysHowFarAndWhatToDo() =>
        GeneratorHealth.Judge(Fine with { ScheduleLagP99 = TimeSpan.FromMilliseconds(187.5), BusiestThread = 0.98 }, new HealthLimits()).ShouldBe(new Invalid(
            "the generator ran 187.5 ms behind its schedule at the 99th percentile, at most 50 ms is believed (its busiest thread used 98 % of a processor); "
            + "lower the profile's rate, add producers, or free the machine"));

    [Fact]
    public void Judge_Unsent_IsInvalid() =>
        GeneratorHealth.Judge(Fine with { Unsent = 0.25 }, new HealthLimits())!.Reason.ShouldStartWith(
            "the generator left 25.0 % of the planned messages unsent, at most 0.1 % is believed");

    [Fact]
    public void Judge_Stolen_IsInvalid() =>
        GeneratorHealth.Judge(Fine with { StolenTime = 0.12 }, new HealthLimits())!.Reason.ShouldBe(
            "12.0 % of the processor time was stolen by the hypervisor, at most 5.0 % is believed; use a machine of your own, or believe such a machine with TuneSearch__Measuring__StolenTime=0.5 in the environment");

    [Fact]
    public void Judge_TakenByOthers_IsInvalid() =>
        GeneratorHealth.Judge(Fine with { TakenTime = 0.8 }, new HealthLimits())!.Reason.ShouldBe(
            "80.0 % of the processor time was stolen by other processes while the load waited for it, at most 75.0 % is believed; stop what else runs on this machine");

    [Fact]
    public void Judge_ThrottledByAQuota_IsInvalidOnlyWhereALimitSaysSo()
    {
        GeneratorHealth.Judge(Fine with { ThrottledTime = 0.9 }, new HealthLimits()).ShouldBeNull();
        GeneratorHealth.Judge(Fine with { ThrottledTime = 0.9 }, new HealthLimits { ThrottledTime = 0.1 })!.Reason.ShouldBe(
            "90.0 % of the processor time was kept back by the control group's quota, at most 10.0 % is believed; raise the quota (cpu.max) or lower the load");
    }

    [Fact]
    public void Judge_ClockSetBack_IsInvalid() =>
        GeneratorHealth.Judge(Fine with { ClockJump = TimeSpan.FromSeconds(-2) }, new HealthLimits())!.Reason.ShouldBe(
            "the clock jumped by -2000 ms while measuring, at most 100 ms is believed; let the time service slew instead of step");

    [Fact]
    public void Judge_SeveralFaults_AreAllNamed() =>
        GeneratorHealth.Judge(Fine with { StolenTime = 0.5, Unsent = 1 }, new HealthLimits())!.Reason.Split("; ").Length.ShouldBe(4);
}
