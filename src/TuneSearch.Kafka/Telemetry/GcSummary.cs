namespace TuneSearch.Kafka.Telemetry;

/// <summary>The garbage collector's stops over a stretch of its log.</summary>
/// <param name="LongestPause">Seconds.</param>
/// <param name="PausedSeconds">Over all pauses.</param>
/// <param name="FullCollections">Pauses that collected the whole heap: with G1 a sign of one too small.</param>
internal readonly record struct GcSummary(int Pauses, double LongestPause, double PausedSeconds, int FullCollections)
{
    public GcSummary Add(GcSummary other) => new(
        Pauses + other.Pauses,
        Math.Max(LongestPause, other.LongestPause),
        PausedSeconds + other.PausedSeconds,
        FullCollections + other.FullCollections);
}
