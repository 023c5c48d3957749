namespace TuneSearch.Kafka.Load.Machine;

/// <summary>What the machine did while it was measured.</summary>
/// <param name="StolenTime">Share of processor time that the hypervisor gave to others.</param>
/// <param name="TakenTime">Share of processor time that other processes had while the load's threads waited for a processor.</param>
/// <param name="ThrottledTime">Share of processor time that the control group's quota kept back.</param>
/// <param name="BusyTime">Share of the machine's processor time in use, by anyone.</param>
/// <param name="ProcessProcessors">Processors that this process used on average; embedded brokers are part of it.</param>
/// <param name="ClockJump">How far wall clock and monotonic clock moved apart.</param>
internal sealed record MachineFacts(double StolenTime, double TakenTime, double ThrottledTime, double BusyTime, double ProcessProcessors, TimeSpan ClockJump)
{
    /// <param name="elapsed">Between the two, by the monotonic clock.</param>
    /// <param name="wall">The same by the wall clock.</param>
    public static MachineFacts Between(MachineMoment before, MachineMoment after, TimeSpan elapsed, TimeSpan wall)
    {
        var seconds = elapsed.TotalSeconds;
        var machine = after.Machine.Since(before.Machine);
        var processors = machine.Total / MachineMoment.TicksPerSecond / seconds;
        var busy = machine.Total > 0 ? 1 - (double)machine.Idle / machine.Total : 0;
        return new MachineFacts(
            machine.Total > 0 ? (double)machine.Stolen / machine.Total : 0,
            processors > 0 ? Taken(before, after, seconds, busy * processors) / processors : 0,
            processors > 0 ? Math.Min(1, (after.ThrottledSeconds - before.ThrottledSeconds) / seconds / processors) : 0,
            busy,
            (after.ProcessSeconds - before.ProcessSeconds) / seconds,
            wall - elapsed);
    }

    /// <summary>
    /// Processors that others had of those that the load would have used: no more than others used, for threads of the load also wait
    /// for each other, and no more than the load waited for, for who finds a free processor has lost nothing.
    /// </summary>
    private static double Taken(MachineMoment before, MachineMoment after, double seconds, double busy)
    {
        var load = (after.ProcessSeconds + after.BrokerSeconds - before.ProcessSeconds - before.BrokerSeconds) / seconds;
        var waited = (after.WaitedSeconds - before.WaitedSeconds) / seconds;
        return Math.Max(0, Math.Min(waited, busy - load));
    }
}
