namespace TuneSearch.Kafka.Load.Machine;

/// <summary>Counters of the machine and of the load's processes at one moment; what this system does not tell is 0.</summary>
/// <param name="Machine">Of the processors that this process may use.</param>
/// <param name="ProcessSeconds">Processor time of this process.</param>
/// <param name="BrokerSeconds">Processor time of the brokers that run here as processes.</param>
/// <param name="WaitedSeconds">Time that threads of all these were ready to run and did not, summed.</param>
/// <param name="ThrottledSeconds">Time that the control group's quota kept this process from running.</param>
internal sealed record MachineMoment(ProcessorTimes Machine, double ProcessSeconds, double BrokerSeconds, double WaitedSeconds, double ThrottledSeconds)
{
    /// <summary>USER_HZ: 100 on every architecture that Linux supports .NET on.</summary>
    public const double TicksPerSecond = 100;
}
