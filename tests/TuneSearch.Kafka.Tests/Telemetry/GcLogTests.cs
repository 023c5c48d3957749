using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Tests.Telemetry;

public sealed class GcLogTests
{
    [Fact]
    public void Parse_G1_CountsPausesByTheLineThatEndsThem() =>
        GcLog.Parse(
            """
            [2026-01-01T10:00:00.000+0000][1.000s][gc,start    ] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
            [2026-01-01T10:00:00.003+0000][1.003s][gc,phases   ] GC(0)   Evacuate Collection Set: 2.1ms
            [2026-01-01T10:00:00.004+0000][1.004s][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->5M(256M) 3.500ms
            [2026-01-01T10:00:01.000+0000][2.000s][gc          ] GC(1) Pause Remark 30M->30M(256M) 1.000ms
            [2026-01-01T10:00:02.000+0000][3.000s][gc          ] GC(2) Pause Full (G1 Compaction Pause) 250M->90M(256M) 120.250ms
            [2026-01-01T10:00:02.500+0000][3.500s][gc          ] GC(3) Concurrent Mark Cycle 20.000ms

            """).ShouldBe(new GcSummary(Pauses: 3, LongestPause: 0.12025, PausedSeconds: 0.0035 + 0.001 + 0.12025, FullCollections: 1));

    [Fact]
    public void Parse_Zgc_CountsItsPhases() =>
        GcLog.Parse("[2026-01-01T10:00:00.000+0000][1.000s][gc,phases   ] GC(5) Pause Mark Start 0.015ms\n").Pauses.ShouldBe(1);

    [Fact]
    public void Parse_Nothing_IsNothing() => GcLog.Parse(string.Empty).ShouldBe(default);
}
