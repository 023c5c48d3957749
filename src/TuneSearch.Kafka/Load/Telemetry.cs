using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Load;

/// <summary>What is kept as evidence beside the metrics.</summary>
internal static class Telemetry
{
    public static ImmutableSortedDictionary<string, double> Of(IReadOnlyList<ProfileLoad> loads, MachineFacts machine, RunTimes times, StatisticsDigest statistics)
    {
        var telemetry = Measurement.NoMetrics.ToBuilder();
        telemetry.AddRange(statistics.Values());
        telemetry[ClientTelemetryNames.Process] = machine.ProcessProcessors;
        telemetry[ClientTelemetryNames.MachineBusy] = machine.BusyTime;
        telemetry[ClientTelemetryNames.MachineStolen] = machine.StolenTime;
        telemetry[ClientTelemetryNames.MachineTaken] = machine.TakenTime;
        telemetry[ClientTelemetryNames.MachineThrottled] = machine.ThrottledTime;
        telemetry["run_setup_seconds"] = times.SetUp.TotalSeconds;
        telemetry["run_warm_up_seconds"] = times.WarmUp.TotalSeconds;
        telemetry["run_drain_seconds"] = times.Drain.TotalSeconds;
        telemetry["connections_opened"] = loads.Sum(load => load.Connections.Opened);
        telemetry["connections_refused"] = loads.Sum(load => load.Connections.Refused);
        foreach (var (reason, count) in loads.SelectMany(load => load.Producers).SelectMany(producer => producer.Recorder.Errors.ByName.Concat(producer.Refusals.ByName)))
        {
            var name = "send_errors_" + reason;
            telemetry[name] = telemetry.GetValueOrDefault(name) + count;
        }

        return telemetry.ToImmutable();
    }
}
