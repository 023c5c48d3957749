using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Holds a sending thread until a moment, to a tenth of a millisecond where the system can sleep so finely.</summary>
/// <remarks>.NET's waits count whole milliseconds, a tenth of which is a good latency here; hence nanosleep(2) itself.</remarks>
internal sealed partial class Pacer(MonotonicClock clock, long quantumNanoseconds, CancellationToken stop)
{
    /// <summary>In nanoseconds.</summary>
    public const long Millisecond = 1_000_000;

    private const long LongestWait = 20 * Millisecond;

    /// <summary>Waits towards <paramref name="moment"/>, at most 20 ms of it: a caller asks again, having looked whether it still wants to.</summary>
    /// <returns>The time now.</returns>
    public long WaitTowards(long moment)
    {
        var now = clock.Now;
        var wait = Math.Min(moment - now, LongestWait);
        if (wait <= 0)
        {
            return now;
        }

        wait = Math.Max(wait, quantumNanoseconds);
        if (OperatingSystem.IsLinux())
        {
            var span = new Timespec(0, (nint)wait);
            _ = NanoSleep(in span, IntPtr.Zero);
        }
        else
        {
            stop.WaitHandle.WaitOne((int)Math.Max(1, wait / Millisecond));
        }

        return clock.Now;
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in Timespec wanted, IntPtr remaining);
}
