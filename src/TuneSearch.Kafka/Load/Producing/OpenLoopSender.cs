using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Sends each message at its intended time, whatever the cluster does. Lives on the sending thread.</summary>
internal sealed class OpenLoopSender(MessageOutlet outlet, Pacer pacer, SendingTally tally, RunContext context)
{
    private readonly MonotonicClock _clock = context.Clock;
    private readonly MeasuringWindow _window = context.Window;
    private readonly CancellationToken _stop = context.Stop;

    /// <summary>Returns when the phase has ended, or the run is stopped.</summary>
    /// <param name="origin">The moment from which the schedule counts.</param>
    public void Run(MessageSchedule messages, long origin)
    {
        var isMeasuring = outlet.Phase == Phase.Measure;
        while (!_stop.IsCancellationRequested)
        {
            var planned = messages.Next();
            var intended = origin + (long)(planned.Seconds * 1e9);
            var now = WaitFor(intended);
            if (intended >= outlet.PhaseEnd || (!isMeasuring && now >= outlet.PhaseEnd))
            {
                // Behind in the warm-up: the measured arrivals begin on time, with nothing owed.
                outlet.HandOver();
                return;
            }

            if (isMeasuring && now - _window.End > MessageOutlet.CatchUp)
            {
                outlet.HandOver();
                CountUnsent(messages, origin, intended);
                return;
            }

            outlet.Announce();
            var late = outlet.Late(_clock.Now - intended);
            if (isMeasuring)
            {
                tally.GeneratorLag.Record(late);
            }

            outlet.Add(planned, intended);
        }
    }

    /// <summary>Returns the time, when the moment or the end of the phase has come; what is gathered goes out before the thread sleeps.</summary>
    private long WaitFor(long intended)
    {
        var now = _clock.Now;
        if (intended > now)
        {
            outlet.HandOver();
        }

        while (intended > now && now < outlet.PhaseEnd && !_stop.IsCancellationRequested)
        {
            now = pacer.WaitTowards(Math.Min(intended, outlet.PhaseEnd));
        }

        return now;
    }

    /// <param name="intended">Of the first that was not sent.</param>
    private void CountUnsent(MessageSchedule messages, long origin, long intended)
    {
        // Whoever made more of the delay left them unsent, cluster or generator.
        var now = _clock.Now;
        var isHeldBack = outlet.Late(now - _window.End) <= (now - _window.End) / 2;
        for (; intended < _window.End; intended = origin + (long)(messages.Next().Seconds * 1e9))
        {
            if (isHeldBack)
            {
                tally.HeldBack.Record(now - intended);
            }
            else
            {
                tally.Unsent++;
            }
        }
    }
}
