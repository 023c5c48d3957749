using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Sends as fast as the cluster acknowledges, so many messages ahead at most, and no faster than the customer's plan allows. Lives on the sending thread.</summary>
/// <param name="outstanding">Messages without a report at most.</param>
internal sealed class ClosedLoopSender(MessageOutlet outlet, Pacer pacer, Backlog backlog, long outstanding, RunContext context)
{
    private readonly MonotonicClock _clock = context.Clock;
    private readonly CancellationToken _stop = context.Stop;

    /// <summary>Returns when the phase has ended, or the run is stopped.</summary>
    /// <param name="origin">The moment from which the plan's allowance counts.</param>
    public void Run(MessageSchedule messages, long origin)
    {
        while (!_stop.IsCancellationRequested)
        {
            var free = outstanding - outlet.Outstanding;
            var count = free > 0 ? Math.Min(Math.Min(free, MessageBatch.Capacity), backlog.Room()) : 0;
            if (count <= 0)
            {
                // A few at a time: waking for each report would cost a switch between threads for each message.
                outlet.WaitForReports(Math.Max(1, outstanding / 8));
            }

            var now = _clock.Now;
            if (now >= outlet.PhaseEnd)
            {
                return;
            }

            for (var i = 0; i < count; i++)
            {
                var planned = messages.Next((now - origin) / 1e9);
                var allowed = origin + (long)(planned.Seconds * 1e9);
                if (allowed > now && (now = HoldUntil(allowed)) >= outlet.PhaseEnd)
                {
                    return;
                }

                outlet.Announce();
                outlet.Add(planned, now);
            }

            outlet.HandOver();
            outlet.TakeReports();
        }
    }

    /// <summary>Waits where the customer's plan is used up; returns the time, at the moment or when the phase has ended.</summary>
    private long HoldUntil(long allowed)
    {
        outlet.HandOver();
        var now = _clock.Now;
        while (now < allowed && now < outlet.PhaseEnd && !_stop.IsCancellationRequested)
        {
            if (outlet.TakesReports && allowed - now > Pacer.Millisecond)
            {
                outlet.WaitForReports(1);
                now = _clock.Now;
            }
            else
            {
                now = pacer.WaitTowards(Math.Min(allowed, outlet.PhaseEnd));
            }
        }

        return now;
    }
}
