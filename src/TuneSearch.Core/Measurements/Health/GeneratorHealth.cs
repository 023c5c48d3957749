using System.Globalization;

namespace TuneSearch.Core.Measurements.Health;

/// <summary>Judges whether a measurement may be believed.</summary>
public static class GeneratorHealth
{
    /// <summary>Everything that speaks against it; null where nothing does.</summary>
    public static Invalid? Judge(GeneratorFacts facts, HealthLimits limits)
    {
        var reasons = new List<string>();
        if (facts.ScheduleLagP99 > limits.ScheduleLagP99)
        {
            reasons.Add(Text($"the generator ran {facts.ScheduleLagP99.TotalMilliseconds:0.#} ms behind its schedule at the 99th percentile, at most {limits.ScheduleLagP99.TotalMilliseconds:0.#} ms is believed (its busiest thread used {facts.BusiestThread:P0} of a processor); lower the profile's rate, add producers, or free the machine"));
        }

        if (facts.Unsent > limits.Unsent)
        {
            reasons.Add(Text($"the generator left {facts.Unsent:P1} of the planned messages unsent, at most {limits.Unsent:P1} is believed; lower the profile's rate, add producers, or free the machine"));
        }

        if (facts.StolenTime > limits.StolenTime)
        {
            reasons.Add(Text($"{facts.StolenTime:P1} of the processor time was stolen by the hypervisor, at most {limits.StolenTime:P1} is believed; use a machine of your own, or believe such a machine with TuneSearch__Measuring__StolenTime=0.5 in the environment"));
        }

        if (facts.TakenTime > limits.TakenTime)
        {
            reasons.Add(Text($"{facts.TakenTime:P1} of the processor time was stolen by other processes while the load waited for it, at most {limits.TakenTime:P1} is believed; stop what else runs on this machine"));
        }

        if (facts.ThrottledTime > limits.ThrottledTime)
        {
            reasons.Add(Text($"{facts.ThrottledTime:P1} of the processor time was kept back by the control group's quota, at most {limits.ThrottledTime:P1} is believed; raise the quota (cpu.max) or lower the load"));
        }

        if (facts.ClockJump.Duration() > limits.ClockJump)
        {
            reasons.Add(Text($"the clock jumped by {facts.ClockJump.TotalMilliseconds:0} ms while measuring, at most {limits.ClockJump.TotalMilliseconds:0} ms is believed; let the time service slew instead of step"));
        }

        return reasons.Count == 0 ? null : new Invalid(string.Join("; ", reasons));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
