namespace TuneSearch.Testing.Time;

/// <summary>A clock for one waiter: whoever sets a timer finds its time passed at once.</summary>
public sealed class SkippingTime : ManualTime
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            // Never inside the call that sets the timer: its owner does not have it yet.
            ThreadPool.UnsafeQueueUserWorkItem(static skip => skip.Time.Advance(skip.By), (Time: this, By: dueTime), preferLocal: false);
        }

        return timer;
    }
}
