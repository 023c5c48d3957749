namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Keeps a closed loop from running so far ahead of its consumers that a cluster of little retention drops what they have not read.</summary>
/// <remarks>An open loop is never held back: what it loses is the finding. One to a sending thread.</remarks>
/// <param name="mostMessages">Messages of the profile that may lie unread; null for no bound.</param>
internal sealed class Backlog(long? mostMessages, MonotonicClock clock)
{
    /// <summary>Nanoseconds without progress after which what is unread is taken for lost: it must not hold the loop for ever.</summary>
    private const long Patience = 2_000_000_000;

    private Func<long> _unread = () => 0;
    private long _forgiven;
    private long _last;
    private long _lastChange;

    /// <param name="unread">Messages that were sent and not yet consumed by the slowest group.</param>
    public void Watch(Func<long> unread) => _unread = unread;

    /// <summary>How many messages may be sent before the next look; 0 for none now.</summary>
    public long Room()
    {
        if (mostMessages is not { } most)
        {
            return long.MaxValue;
        }

        var unread = _unread() - _forgiven;
        if (unread < most)
        {
            _last = -1;
            return most - unread;
        }

        var now = clock.Now;
        if (unread != _last)
        {
            _last = unread;
            _lastChange = now;
        }
        else if (now - _lastChange > Patience)
        {
            _forgiven += unread;
        }

        return 0;
    }
}
