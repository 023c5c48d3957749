using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Messages of one topic on their way to the client, handed over in one call: nothing is allocated, and locks and clocks are paid once.</summary>
/// <remarks>
/// The client copies payload and key before the call returns. Until then each message needs its own stamp and so its own payload: a
/// batch holds no payload of the pool twice. Lives on the sending thread.
/// </remarks>
internal sealed unsafe class MessageBatch : IDisposable
{
    /// <summary>Enough to make the call's own cost small, few enough that the first does not wait for the last: 64 take about 10 microseconds.</summary>
    public const int Capacity = 64;

    private readonly IntPtr _client;
    private readonly IReadOnlyList<string> _names;
    private readonly ImmutableArray<byte[]> _payloads;
    private readonly byte*[] _addresses;
    private readonly long[] _lastUse;
    private readonly NativeMessage[] _messages = GC.AllocateArray<NativeMessage>(Capacity, pinned: true);
    private readonly long[] _keys = GC.AllocateArray<long>(Capacity, pinned: true);
    private IntPtr[] _topics = [];
    private long _number = 1;
    private int _topic;

    /// <param name="client">Outlives the batch.</param>
    public MessageBatch(IntPtr client, IReadOnlyList<string> topics, PayloadPool payloads)
    {
        _client = client;
        _names = topics;
        _payloads = payloads.Payloads;
        _addresses = new byte*[_payloads.Length];
        for (var i = 0; i < _payloads.Length; i++)
        {
            _addresses[i] = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_payloads[i], 0);
        }

        _lastUse = new long[_payloads.Length];
    }

    public int Count { get; private set; }

    /// <summary>Makes the client ask for the topics, which must exist: a broker may make what it is asked for, with partitions of its own choice.</summary>
    public void Open()
    {
        // No configuration: the topics take the client's.
        _topics = [.. _names.Select(topic => ClientMethods.TopicNew(_client, topic, IntPtr.Zero))];
    }

    /// <summary>Whether the message can go with those that are here.</summary>
    public bool Fits(PlannedMessage message) => Count == 0 || (Count < Capacity && message.Topic == _topic && _lastUse[message.Payload] != _number);

    /// <summary>Takes a message that <see cref="Fits"/>.</summary>
    public void Add(PlannedMessage message, MessageStamp stamp)
    {
        var payload = _payloads[message.Payload];
        stamp.Write(payload);
        _topic = message.Topic;
        _lastUse[message.Payload] = _number;
        ref var slot = ref _messages[Count];
        slot.Payload = _addresses[message.Payload];
        slot.Length = (nuint)payload.Length;
        if (message.Key == KeySampler.None)
        {
            slot.Key = null;
            slot.KeyLength = 0;
        }
        else
        {
            _keys[Count] = message.Key;
            slot.Key = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_keys, Count);
            slot.KeyLength = sizeof(long);
        }

        Count++;
    }

    /// <summary>Hands over what is here. What meets a full queue stays, for another try; what is refused for another reason is dropped.</summary>
    public BatchResult Produce()
    {
        var messages = (NativeMessage*)Marshal.UnsafeAddrOfPinnedArrayElement(_messages, 0);
        var taken = ClientMethods.ProduceBatch(_topics[_topic], ClientMethods.AnyPartition, ClientMethods.Copy, messages, Count);
        var result = taken == Count ? new BatchResult(taken, 0, 0) : KeepWhatWaits(taken);
        if (Count == result.Taken + result.Refused)
        {
            Clear();
        }
        else
        {
            Count -= result.Taken + result.Refused;
        }

        return result;
    }

    /// <summary>Drops what is here.</summary>
    public void Clear()
    {
        Count = 0;
        _number++;
    }

    public void Dispose()
    {
        foreach (var topic in _topics)
        {
            ClientMethods.TopicDestroy(topic);
        }
    }

    private BatchResult KeepWhatWaits(int taken)
    {
        int kept = 0, refused = 0, error = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_messages[i].Error == BatchResult.QueueFull)
            {
                Move(i, kept++);
            }
            else if (_messages[i].Error != 0)
            {
                error = _messages[i].Error;
                refused++;
            }
        }

        return new BatchResult(taken, refused, error);
    }

    private void Move(int from, int to)
    {
        _messages[to] = _messages[from];
        if (_messages[from].KeyLength > 0)
        {
            _keys[to] = _keys[from];
            _messages[to].Key = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_keys, to);
        }
    }
}
