namespace TuneSearch.Grains.Tests.Laws;

/// <summary>Counts how many are inside a grain: calls that have begun and not ended, and turns that run on a thread.</summary>
internal sealed class Crowd
{
    private int _calls;
    private int _mostCalls;
    private int _turns;

    /// <summary>A call of several turns; gives the most calls that were ever inside together.</summary>
    /// <exception cref="InvalidOperationException">Two turns ran at once.</exception>
    public async Task<int> WorkAsync()
    {
        _calls++;
        _mostCalls = Math.Max(_mostCalls, _calls);
        for (var turn = 0; turn < 5; turn++)
        {
            if (Interlocked.Increment(ref _turns) != 1)
            {
                throw new InvalidOperationException("two turns ran at once");
            }

            Thread.SpinWait(200);
            Interlocked.Decrement(ref _turns);
            await Task.Yield();
        }

        _calls--;
        return _mostCalls;
    }
}
