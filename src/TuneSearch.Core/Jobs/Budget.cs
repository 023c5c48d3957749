using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Jobs;

/// <summary>What a search may cost; whichever limit is met first ends it.</summary>
/// <param name="Trials">Measurements.</param>
/// <param name="WallClock">Null for no limit.</param>
public sealed record Budget(
    [property: Range(1, 1_000_000)] int Trials = 100,
    [property: Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")] TimeSpan? WallClock = null);
