using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>struct timespec of time.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Timespec(nint Seconds, nint Nanoseconds);
