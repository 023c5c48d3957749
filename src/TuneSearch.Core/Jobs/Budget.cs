namespace TuneSearch.Core.Jobs;

/// <summary>What a search may cost; whichever limit is met first ends it.</summary>
/// <param name="Trials">Measurements.</param>
/// <param name="WallClock">Null for no limit.</param>
public sealed record Budget(int Trials = 100, TimeSpan? WallClock = null);
