using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Measurements.Health;
using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Load;

/// <summary>What is kept as evidence beside the metrics.</summary>
internal static class Telemetry
{
    public static ImmutableSortedDictionary<string, double> Of(
        IReadOnlyList<ProfileLoad> loads, MachineFacts machine, GeneratorFacts generator, RunTimes times, StatisticsDigest statistics)
    {
        var telemetry = Measurement.NoMetrics.ToBuilder();
        telemetry.AddRange(statistics.Values());
        telemetry[ClientTelemetryNames.Process] = machine.ProcessProcessors;
        telemetry[ClientTelemetryNames.MachineBusy] = machine.BusyTime;
        telemetry[ClientTelemetryNames.MachineStolen] = machine.StolenTime;
        telemetry[ClientTelemetryNames.MachineTaken] = machine.TakenTime;
        telemetry[ClientTelemetryNames.MachineThrottled] = machine.ThrottledTime;
        telemetry[ClientTelemetryNames.GeneratorLag] = generator.ScheduleLagP99.TotalSeconds;
        telemetry[ClientTelemetryNames.GeneratorThread] = generator.BusiestThread;
        telemetry[ClientTelemetryNames.ClockJump] = generator.ClockJump.TotalSeconds;
        telemetry[ClientTelemetryNames.SetUp] = times.SetUp.TotalSeconds;
        telemetry[ClientTelemetryNames.WarmUp] = times.WarmUp.TotalSeconds;
        telemetry[ClientTelemetryNames.Steady] = times.IsSteady ? 1 : 0;
        telemetry[ClientTelemetryNames.Drain] = times.Drain.TotalSeconds;
        telemetry[ClientTelemetryNames.ConnectionsOpened] = loads.Sum(load => load.Connections.Opened);
        telemetry[ClientTelemetryNames.ConnectionsRefused] = loads.Sum(load => load.Connections.Refused);
        foreach (var (reason, count) in loads.SelectMany(load => load.Producers).SelectMany(producer => producer.Recorder.Errors.ByName.Concat(producer.Tally.Refusals.ByName)))
        {
            var name = "send_errors_" + reason;
            telemetry[name] = telemetry.GetValueOrDefault(name) + count;
        }

        return telemetry.ToImmutable();
    }
}
