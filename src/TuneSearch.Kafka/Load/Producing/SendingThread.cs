using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Processor time of the calling thread.</summary>
internal static partial class SendingThread
{
    /// <summary>CLOCK_THREAD_CPUTIME_ID.</summary>
    private const int ThreadClock = 3;

    /// <summary>Nanoseconds; 0 where the system does not say.</summary>
    public static long ProcessorTime =>
        OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0 ? time.Seconds * 1_000_000_000L + time.Nanoseconds : 0;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);
}
