namespace TuneSearch.Core.Measurements.Delivery;

/// <summary>What one consumer saw of the measured messages: which, which of them again, and which behind a later one. One writer.</summary>
public sealed class DeliveryRecord
{
    private readonly SequenceSet[] _seen;
    private readonly Dictionary<(int Producer, int Topic, int Partition), long> _last = [];

    public DeliveryRecord(int producers)
    {
        _seen = new SequenceSet[producers];
        for (var i = 0; i < producers; i++)
        {
            _seen[i] = new SequenceSet();
        }
    }

    /// <summary>Messages that came to this consumer more than once.</summary>
    public long Duplicated { get; private set; }

    /// <summary>New messages that came behind a later one of the same producer in the same partition, and so out of order for their key.</summary>
    public long OutOfOrder { get; private set; }

    public SequenceSet Seen(int producer) => _seen[producer];

    public void Add(int producer, int topic, int partition, long sequence)
    {
        if (!_seen[producer].Add(sequence))
        {
            Duplicated++;
            return;
        }

        ref var last = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_last, (producer, topic, partition), out var known);
        if (known && sequence < last)
        {
            OutOfOrder++;
        }
        else
        {
            last = sequence;
        }
    }
}
