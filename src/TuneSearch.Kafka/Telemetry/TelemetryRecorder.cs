using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Adds what was seen of the brokers to an episode's telemetry, and what the objective names to its metrics as well.</summary>
/// <param name="gcLogs">The GC log of each local broker.</param>
/// <param name="inObjective">Names that the job's objective, limits and gate read.</param>
internal sealed class TelemetryRecorder(
    ImmutableSortedDictionary<string, string> gcLogs, TimeProvider clock, PrometheusScraper? prometheus = null, IReadOnlySet<string>? inObjective = null, ProcReader? proc = null)
{
    private readonly ProcReader _proc = proc ?? new ProcReader();

    /// <param name="run">Runs the episode and tells the watch of its measured window.</param>
    public async Task<Recorded> RecordAsync(IReadOnlyDictionary<string, int> brokers, Func<IWindowObserver, Task<TrialOutcome>> run)
    {
        var watch = new BrokerWatch(gcLogs, brokers, _proc, prometheus, clock);
        var outcome = await run(watch);
        return outcome is Measured measured
            ? new Recorded(new Measured([.. measured.Measurements.Select(m => With(m, watch.Seen))]), watch.Collected)
            : new Recorded(outcome, []);
    }

    private Measurement With(Measurement measurement, ImmutableSortedDictionary<string, double> seen) => measurement with
    {
        Telemetry = measurement.Telemetry.SetItems(seen),
        Metrics = measurement.Metrics.SetItems(seen.Where(s => inObjective?.Contains(s.Key) ?? false)),
    };
}
