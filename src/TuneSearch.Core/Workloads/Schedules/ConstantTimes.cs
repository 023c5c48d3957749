namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Equal gaps from a drawn phase, so that several producers do not send in step.</summary>
internal sealed class ConstantTimes(double rate, ulong producerSeed) : ArrivalTimes
{
    private readonly double _phase = Stream(producerSeed, "phase").NextDouble();
    private long _sent;

    // A product, not a running sum: after an hour the last arrival is still exact.
    public override double NextSeconds() => (_sent++ + _phase) / rate;
}
