using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;

namespace TuneSearch.Kafka.Load;

/// <summary>Counts what becomes of one producer's messages. Written by the client's polling thread alone, read by others only where said.</summary>
internal sealed class ProducerRecorder(MonotonicClock clock, MeasuringWindow window, ClientErrors errors)
{
    private readonly object _progress = new();
    private long _reported;
    private long _failed;
    private long _latencySum;
    private int _waiters;

    public LogLinearHistogram Latency { get; } = new();

    /// <summary>The measured messages that were acknowledged.</summary>
    public SequenceSet Acknowledged { get; } = new();

    public long AcknowledgedCount { get; private set; }

    public long Errors { get; private set; }

    public long InWindow { get; private set; }

    public long BytesInWindow { get; private set; }

    /// <summary>Messages that got a report of either kind so far; any thread may read it.</summary>
    public long Reported => Volatile.Read(ref _reported);

    /// <summary>Those of them that failed.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Nanoseconds, summed over what was reported; any thread may read it.</summary>
    public long LatencySum => Volatile.Read(ref _latencySum);

    public void OnReport(DeliveryReport<int, Outgoing> report)
    {
        var now = clock.Now;
        var outgoing = report.Message.Value;
        var stamp = outgoing.Stamp;
        var isMeasured = window.Contains(stamp.Intended);
        if (report.Error.IsError)
        {
            errors.Note(report.Error);
            Errors += isMeasured ? 1 : 0;
            Volatile.Write(ref _failed, _failed + 1);
        }
        else
        {
            var isInWindow = window.Contains(now);
            InWindow += isInWindow ? 1 : 0;
            BytesInWindow += isInWindow ? outgoing.Payload.Length : 0;
            if (isMeasured)
            {
                Latency.Record(now - stamp.Intended);
                Acknowledged.Add(stamp.Sequence);
                AcknowledgedCount++;
            }
        }

        Volatile.Write(ref _latencySum, _latencySum + now - stamp.Intended);
        Volatile.Write(ref _reported, _reported + 1);
        if (Volatile.Read(ref _waiters) != 0)
        {
            lock (_progress)
            {
                Monitor.Pulse(_progress);
            }
        }
    }

    /// <summary>Called by the sending thread: returns when a report has come, or after a millisecond.</summary>
    public void WaitForReport()
    {
        lock (_progress)
        {
            Volatile.Write(ref _waiters, 1);
            Monitor.Wait(_progress, 1);
            Volatile.Write(ref _waiters, 0);
        }
    }
}
