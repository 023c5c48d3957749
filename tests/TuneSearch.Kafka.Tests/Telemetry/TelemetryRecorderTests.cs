using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Tests.Telemetry;

public sealed class TelemetryRecorderTests : IDisposable
{
    private const string Pause = "[0.1s][gc          ] GC(0) Pause Young (Normal) 24M->5M(256M) 3.500ms\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-telemetry").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RecordAsync_PausesBeforeTheEpisode_DoNotCount()
    {
        var log = Path.Combine(_folder, "gc.log");
        await File.WriteAllTextAsync(log, Pause);

        var outcome = await RecordAsync(log, () => File.AppendAllText(log, Pause + Pause));

        outcome.Outcome.ShouldBeOfType<Measured>().Measurements[0].Telemetry[TelemetryNames.GcPauses].ShouldBe(2);
    }

    [Fact]
    public async Task RecordAsync_PausesOfWarmUpAndDrain_DoNotCount()
    {
        var log = Path.Combine(_folder, "gc.log");
        await File.WriteAllTextAsync(log, Pause);

        var outcome = await Recorder(log, []).RecordAsync(ImmutableDictionary<string, int>.Empty, async observer =>
        {
            await File.AppendAllTextAsync(log, Pause + Pause);
            await observer.BeginAsync(default);
            await File.AppendAllTextAsync(log, Pause);
            await observer.EndAsync(default);
            await File.AppendAllTextAsync(log, Pause + Pause);
            return new Measured([new Measurement()]);
        });

        outcome.Outcome.ShouldBeOfType<Measured>().Measurements[0].Telemetry[TelemetryNames.GcPauses].ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_FullCollection_NamesTheBroker()
    {
        var log = Path.Combine(_folder, "gc.log");

        var recorded = await RecordAsync(log, () => File.WriteAllText(log, "[0.1s][gc          ] GC(0) Pause Full (G1 Compaction Pause) 24M->5M(256M) 3.500ms\n"));

        recorded.Collected.ShouldBe(["1"]);
    }

    [Fact]
    public async Task RecordAsync_NameInTheObjective_IsAMetricToo()
    {
        var outcome = await RecordAsync(Path.Combine(_folder, "gc.log"), () => { }, TelemetryNames.GcPauses);

        var metrics = outcome.Outcome.ShouldBeOfType<Measured>().Measurements[0].Metrics;
        (metrics.ContainsKey(TelemetryNames.GcPauses), metrics.ContainsKey(TelemetryNames.GcPauseMax)).ShouldBe((true, false));
    }

    [Fact]
    public async Task RecordAsync_NotMeasured_PassesTheOutcomeOn()
    {
        TrialOutcome faulted = new Faulted("no");

        (await Recorder(Path.Combine(_folder, "gc.log"), []).RecordAsync(ImmutableDictionary<string, int>.Empty, _ => Task.FromResult(faulted))).Outcome.ShouldBe(faulted);
    }

    private static TelemetryRecorder Recorder(string log, HashSet<string> inObjective) =>
        new(ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("1", log)]), TimeProvider.System, null, inObjective);

    private static Task<Recorded> RecordAsync(string log, Action during, params HashSet<string> inObjective) =>
        Recorder(log, inObjective).RecordAsync(ImmutableDictionary<string, int>.Empty, async observer =>
        {
            await observer.BeginAsync(default);
            during();
            await observer.EndAsync(default);
            return new Measured([new Measurement()]);
        });
}
