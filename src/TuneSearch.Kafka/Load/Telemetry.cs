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
        telemetry.AddRange(statistics.Means());
        telemetry["process_processors"] = machine.ProcessProcessors;
        telemetry["machine_busy_ratio"] = machine.BusyTime;
        telemetry["machine_stolen_ratio"] = machine.StolenTime;
        telemetry["machine_taken_ratio"] = machine.TakenTime;
        telemetry["machine_throttled_ratio"] = machine.ThrottledTime;
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
