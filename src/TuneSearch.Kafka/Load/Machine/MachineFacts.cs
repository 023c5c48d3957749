namespace TuneSearch.Kafka.Load.Machine;

/// <summary>What the machine did while it was measured.</summary>
/// <param name="StolenTime">Share of processor time that the hypervisor gave to others.</param>
/// <param name="BusyTime">Share of the machine's processor time in use, by anyone.</param>
/// <param name="ProcessProcessors">Processors that this process used on average; embedded brokers are part of it.</param>
/// <param name="ClockJump">How far wall clock and monotonic clock moved apart.</param>
internal sealed record MachineFacts(double StolenTime, double BusyTime, double ProcessProcessors, TimeSpan ClockJump);
