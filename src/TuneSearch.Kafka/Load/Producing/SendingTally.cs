using TuneSearch.Core.Measurements.Latency;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>What became of one producer's measured messages up to the client's taking them. Written by the sending thread, and at the drain's end; read after it.</summary>
internal sealed class SendingTally
{
    /// <summary>How late the generator itself sent, open loop only.</summary>
    public LogLinearHistogram GeneratorLag { get; } = new();

    /// <summary>Handed to the client.</summary>
    public long Sent { get; set; }

    /// <summary>Refused by the client, by its reasons.</summary>
    public ErrorCounts Refusals { get; } = new();

    /// <summary>Kept back by the cluster, through a full queue or a transaction's slow end, until there was no time left: how long each had waited by then.</summary>
    public LogLinearHistogram HeldBack { get; } = new();

    /// <summary>Taken by the client, and neither acknowledged nor failed when the drain ended: how long each had waited at least by then.</summary>
    public LogLinearHistogram Unanswered { get; } = new();

    /// <summary>Messages of the plan that the generator did not come to send.</summary>
    public long Unsent { get; set; }

    /// <summary>Of the plan, those that the client did not take.</summary>
    public long NotTaken => Refusals.Total + HeldBack.Count + Unsent;

    /// <summary>Processor time of the sending thread, nanoseconds.</summary>
    public long ProcessorTime { get; set; }
}
