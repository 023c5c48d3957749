namespace TuneSearch.Core.Jobs.Flows;

/// <summary>How long a measurement takes in this job, and so how many more the wall clock has room for.</summary>
/// <remarks>
/// The first trial also pays for what happens once (compiling, connecting, topics) and is left out as soon as there are others: in a job of minutes it would
/// make the search look as if it had no time. With several clusters trials end together, which says nothing about the time between them; there all count.
/// </remarks>
internal sealed class Pace(Budget budget, int clusters)
{
    private TimeSpan _elapsed;
    private int _used;
    private TimeSpan _elapsedAtFirst;
    private int _usedAtFirst;

    /// <param name="at">Since the job's start.</param>
    public void Ended(int measurements, TimeSpan at)
    {
        var isFirst = _used == 0;
        _used += measurements;
        _elapsed = at > _elapsed ? at : _elapsed;
        if (isFirst && clusters == 1)
        {
            (_elapsedAtFirst, _usedAtFirst) = (_elapsed, _used);
        }
    }

    /// <summary>Measurements that the budget has left, by its number of trials and by its wall clock.</summary>
    public int Left()
    {
        var byTrials = budget.Trials - _used;
        if (budget.WallClock is not { } limit || _elapsed <= TimeSpan.Zero)
        {
            return byTrials;
        }

        var perMeasurement = _used > _usedAtFirst ? (_elapsed - _elapsedAtFirst) / (_used - _usedAtFirst) : _elapsed / _used;
        return perMeasurement <= TimeSpan.Zero ? byTrials : (int)Math.Clamp((limit - _elapsed) / perMeasurement, 0, byTrials);
    }
}
