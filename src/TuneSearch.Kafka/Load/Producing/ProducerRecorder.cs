using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Counts what becomes of one producer's messages. Written by the thread that takes the reports alone, read by others only where said.</summary>
/// <param name="aborts">Whether the producer aborts transactions: what the client throws away then was not refused by anyone.</param>
internal sealed class ProducerRecorder(MeasuringWindow window, ClientErrors errors, bool aborts)
{
    private readonly object _progress = new();
    private long _added;
    private long _addedFailures;
    private long _addedMeasured;
    private long _addedLatency;
    private long _reported;
    private long _reportedMeasured;
    private long _failed;
    private long _latencySum;
    private long _wakeAt = long.MaxValue;

    public LogLinearHistogram Latency { get; } = new();

    /// <summary>The measured messages that were acknowledged.</summary>
    public SequenceSet Acknowledged { get; } = new();

    public long AcknowledgedCount { get; private set; }

    /// <summary>Measured messages that failed, by what the client said of them.</summary>
    public ErrorCounts Errors { get; } = new();

    /// <summary>Measured messages that got a report of either kind so far; any thread may read it.</summary>
    public long ReportedMeasured => Volatile.Read(ref _reportedMeasured);

    public long InWindow { get; private set; }

    public long BytesInWindow { get; private set; }

    /// <summary>Messages that got a report of either kind so far; any thread may read it.</summary>
    public long Reported => Volatile.Read(ref _reported);

    /// <summary>Those of them that failed.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Nanoseconds, summed over what was reported; any thread may read it.</summary>
    public long LatencySum => Volatile.Read(ref _latencySum);

    /// <param name="now">When the report came.</param>
    /// <param name="error">librdkafka's number; 0 for an acknowledgement.</param>
    public void Add(long now, MessageStamp stamp, int bytes, int error)
    {
        var isMeasured = window.Contains(stamp.Intended);
        var latency = now - stamp.Intended;
        _addedMeasured += isMeasured ? 1 : 0;
        if (error != 0)
        {
            Fail((ErrorCode)error, isMeasured);
        }
        else
        {
            if (window.Contains(now))
            {
                InWindow++;
                BytesInWindow += bytes;
            }

            if (isMeasured)
            {
                Latency.Record(latency);
                Acknowledged.Add(stamp.Sequence);
                AcknowledgedCount++;
            }
        }

        _addedLatency += latency;
        _added++;
    }

    /// <summary>Shows other threads what was added, and wakes the one that waits for it.</summary>
    public void Publish()
    {
        Volatile.Write(ref _latencySum, _addedLatency);
        Volatile.Write(ref _failed, _addedFailures);
        Volatile.Write(ref _reportedMeasured, _addedMeasured);
        Volatile.Write(ref _reported, _added);
        if (_added >= Volatile.Read(ref _wakeAt))
        {
            Volatile.Write(ref _wakeAt, long.MaxValue);
            lock (_progress)
            {
                Monitor.Pulse(_progress);
            }
        }
    }

    /// <summary>Called by the sending thread where another takes the reports: returns when so many more have come, or after a millisecond.</summary>
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

    private void Fail(ErrorCode error, bool isMeasured)
    {
        _addedFailures++;
        if (aborts && error is (ErrorCode.Local_PurgeQueue or ErrorCode.Local_PurgeInflight))
        {
            return;
        }

        errors.Note(new Error(error));
        if (isMeasured)
        {
            Errors.Add(error, 1);
        }
    }
}
