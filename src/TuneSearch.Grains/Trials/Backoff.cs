namespace TuneSearch.Grains.Trials;

/// <summary>How long to wait before the next try: twice as long each time, up to a limit. Pure.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(25);

    /// <param name="tries">Tries made so far, from 1.</param>
    public static TimeSpan After(int tries, TimeSpan limit)
    {
        var wait = First * Math.Pow(2, Math.Min(tries, 20) - 1);
        return wait < limit ? wait : limit;
    }
}
