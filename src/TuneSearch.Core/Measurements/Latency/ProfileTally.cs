using TuneSearch.Core.Measurements.Delivery;

namespace TuneSearch.Core.Measurements.Latency;

/// <summary>What was counted of one profile, or of all of them together; merging two gives what one would have counted.</summary>
public sealed class ProfileTally
{
    /// <summary>From the intended send to the acknowledgement.</summary>
    public LogLinearHistogram Publish { get; } = new();

    /// <summary>From the intended send to the consumer's hand, or to the end of the wait for it.</summary>
    public LogLinearHistogram EndToEnd { get; } = new();

    public DeliveryCounts Delivery { get; set; }

    /// <summary>Of the plan's measured messages.</summary>
    public long Sent { get; set; }

    public long Acknowledged { get; set; }

    public long Errors { get; set; }

    /// <summary>Of the plan's measured messages, those that the client did not take; some of them are errors, the others were held back.</summary>
    public long NotTaken { get; set; }

    /// <summary>Of the plan's measured messages, those that a full queue or a transaction's end kept back.</summary>
    public long HeldBack { get; set; }

    /// <summary>Acknowledgements that came within the window, whichever phase their messages belong to: what makes throughput.</summary>
    public long AcknowledgedInWindow { get; set; }

    public long AcknowledgedBytesInWindow { get; set; }

    /// <summary>Likewise for consumption, over all groups.</summary>
    public long ConsumedInWindow { get; set; }

    public long ConsumedBytesInWindow { get; set; }

    /// <summary>Takes what became of the acknowledged messages. Left out of the latencies, the lost ones would make a configuration look quicker.</summary>
    /// <param name="waited">Nanoseconds that each lost message had waited at least when the drain ended.</param>
    public void Settle(DeliveryCounts delivery, long waited)
    {
        Delivery = delivery;
        EndToEnd.Record(waited, delivery.Lost);
    }

    public void Merge(ProfileTally other)
    {
        Publish.Merge(other.Publish);
        EndToEnd.Merge(other.EndToEnd);
        Delivery += other.Delivery;
        Sent += other.Sent;
        Acknowledged += other.Acknowledged;
        Errors += other.Errors;
        NotTaken += other.NotTaken;
        HeldBack += other.HeldBack;
        AcknowledgedInWindow += other.AcknowledgedInWindow;
        AcknowledgedBytesInWindow += other.AcknowledgedBytesInWindow;
        ConsumedInWindow += other.ConsumedInWindow;
        ConsumedBytesInWindow += other.ConsumedBytesInWindow;
    }
}
