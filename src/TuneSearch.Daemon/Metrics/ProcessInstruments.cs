using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace TuneSearch.Daemon.Metrics;

/// <summary>The daemon's own process.</summary>
internal sealed class ProcessInstruments
{
    public const string Generation = "generation";
    public const string Version = "version";
    public const string Packages = "package_set";

    public static readonly InstrumentSpec Build = new("build_info", InstrumentKind.Gauge, null, "1; the labels say which build this is.", Version, Packages);
    public static readonly InstrumentSpec Start = new("process_start_time_seconds", InstrumentKind.Gauge, "s", "When the process started, seconds since 1970.");
    public static readonly InstrumentSpec Cpu = new("process_cpu_seconds_total", InstrumentKind.Counter, "s", "Processor time used, user and system.");
    public static readonly InstrumentSpec Memory = new("process_resident_memory_bytes", InstrumentKind.Gauge, "By", "Resident memory.");
    public static readonly InstrumentSpec Threads = new("process_threads", InstrumentKind.Gauge, null, "Threads of the operating system.");
    public static readonly InstrumentSpec PoolQueue = new("thread_pool_queue_length", InstrumentKind.Gauge, null, "Work items that wait for a thread of the pool.");
    public static readonly InstrumentSpec Heap = new("gc_heap_bytes", InstrumentKind.Gauge, "By", "Size of the managed heap after the last collection.");
    public static readonly InstrumentSpec Allocated = new("gc_allocated_bytes_total", InstrumentKind.Counter, "By", "Bytes allocated on the managed heap.");
    public static readonly InstrumentSpec Collections = new("gc_collections_total", InstrumentKind.Counter, null, "Garbage collections, by generation.", Generation);
    public static readonly InstrumentSpec Pauses = new("gc_pause_seconds_total", InstrumentKind.Counter, "s", "Time that garbage collections stopped the program.");
    public static readonly ImmutableArray<InstrumentSpec> All = [Build, Start, Cpu, Memory, Threads, PoolQueue, Heap, Allocated, Collections, Pauses];

    public ProcessInstruments(Instruments instruments, string version, string packageSet)
    {
        var started = StartTime();
        instruments.Observe(Build, () => [new Measurement<double>(1, new KeyValuePair<string, object?>(Version, version), new KeyValuePair<string, object?>(Packages, packageSet))]);
        instruments.Observe(Start, () => started);
        instruments.Observe(Cpu, () => Environment.CpuUsage.TotalTime.TotalSeconds);
        instruments.Observe(Memory, () => Environment.WorkingSet);
        instruments.Observe(Threads, ThreadCount);
        instruments.Observe(PoolQueue, () => ThreadPool.PendingWorkItemCount);
        instruments.Observe(Heap, () => GC.GetGCMemoryInfo().HeapSizeBytes);
        instruments.Observe(Allocated, () => GC.GetTotalAllocatedBytes());
        instruments.Observe(Collections, () => Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => new Measurement<double>(
            GC.CollectionCount(generation), new KeyValuePair<string, object?>(Generation, generation.ToString(CultureInfo.InvariantCulture)))));
        instruments.Observe(Pauses, () => GC.GetTotalPauseDuration().TotalSeconds);
    }

    private static double StartTime()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
    }

    private static double ThreadCount()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }
}
