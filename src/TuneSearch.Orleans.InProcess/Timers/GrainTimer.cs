namespace Orleans.Runtime;

/// <summary>A timer whose ticks are requests of the activation to itself.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _owner;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _ended = new();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;

    public GrainTimer(Activation owner, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, TimeProvider time)
    {
        _owner = owner;
        _callback = callback;
        _options = options;
        _period = options.Period;
        _timer = time.CreateTimer(static timer => ((GrainTimer)timer!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public CallMode Mode => _options.Interleave ? CallMode.AlwaysInterleave : CallMode.Exclusive;

    public bool KeepAlive => _options.KeepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period;
            if (_ticking)
            {
                _changed = true;
                _next = dueTime;
            }
            else if (!_ended.IsCancellationRequested)
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _timer.Dispose();
        _owner.RemoveTimer(this);
    }

    /// <summary>One tick, inside a turn of the activation.</summary>
    public async Task TickAsync()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await _callback(_ended.Token);
        }
        finally
        {
            SetNext();
        }
    }

    private void OnDue()
    {
        lock (_gate)
        {
            _ticking = true;
            _changed = false;
        }

        _owner.TryReceive(new TickRequest(this));
    }

    private void SetNext()
    {
        lock (_gate)
        {
            _ticking = false;
            if (!_ended.IsCancellationRequested)
            {
                _timer.Change(_changed ? _next : _period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private sealed class TickRequest(GrainTimer timer) : Request
    {
        public override CallMode Mode => timer.Mode;

        public override bool KeepsAlive => timer.KeepAlive;

        public override bool IsLocal => true;

        public override async Task RunAsync(object grain)
        {
            try
            {
                await timer.TickAsync();
            }
            catch (Exception exception)
            {
                timer._owner.OnTickFailed(exception);
            }
        }

        public override void Reject(Exception exception)
        {
            // The activation ended first, and with it the timer.
        }
    }
}
