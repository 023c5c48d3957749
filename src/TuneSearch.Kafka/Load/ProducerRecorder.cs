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
    private long _wakeAt = long.MaxValue;

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
        var message = report.Message.Value;
        var isMeasured = window.Contains(message.Intended);
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
            BytesInWindow += isInWindow ? message.Bytes : 0;
            if (isMeasured)
            {
                Latency.Record(now - message.Intended);
                Acknowledged.Add(message.Sequence);
                AcknowledgedCount++;
            }
        }

        Volatile.Write(ref _latencySum, _latencySum + now - message.Intended);
        Volatile.Write(ref _reported, _reported + 1);
        if (_reported >= Volatile.Read(ref _wakeAt))
        {
            Volatile.Write(ref _wakeAt, long.MaxValue);
            lock (_progress)
            {
                Monitor.Pulse(_progress);
            }
        }
    }

    /// <summary>Called by the sending thread: returns when so many more reports have come, or after a millisecond.</summary>
    /// <remarks>Waiting for one alone would cost the two threads a switch for each message.</remarks>
    public void WaitForReports(long count)
    {
        lock (_progress)
        {
            Volatile.Write(ref _wakeAt, Reported + count);
            Monitor.Wait(_progress, 1);
            Volatile.Write(ref _wakeAt, long.MaxValue);
        }
    }
}
