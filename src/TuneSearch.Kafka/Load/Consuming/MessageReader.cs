using System.Runtime.InteropServices;
using System.Text;
using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load.Consuming;

/// <summary>Takes what a consumer has fetched, as many messages at a time as are there, without an object for any of them.</summary>
/// <remarks>Positions move and handlers are called as in Confluent.Kafka's own Consume. One thread at a time.</remarks>
/// <param name="client">Of the consumer, which outlives the reader.</param>
internal sealed unsafe class MessageReader(IntPtr client) : IDisposable
{
    /// <summary>Few enough that the first does not wait for the last: 256 are taken in some 20 microseconds.</summary>
    public const int AtATime = 256;

    private readonly IntPtr _queue = ClientMethods.ConsumerQueue(client);
    private readonly IntPtr[] _messages = GC.AllocateArray<IntPtr>(AtATime, pinned: true);
    private int _count;

    private NativeMessage** Messages => (NativeMessage**)Marshal.UnsafeAddrOfPinnedArrayElement(_messages, 0);

    /// <summary>Waits for a message, at most so long; returns how many came, at most <paramref name="most"/>. <see cref="Release"/> before the next.</summary>
    public int Fetch(int milliseconds, int most)
    {
        // Asked for several, librdkafka waits until all of them are there: one is waited for, then what is there is taken.
        _count = (int)Math.Max(0, ClientMethods.ConsumeBatch(_queue, milliseconds, Messages, 1));
        if (_count > 0 && most > 1)
        {
            _count += (int)Math.Max(0, ClientMethods.ConsumeBatch(_queue, 0, Messages + 1, (nuint)(Math.Min(most, AtATime) - 1)));
        }

        return _count;
    }

    /// <summary>False where the message is not one of a load's.</summary>
    public bool TryRead(int index, out MessageStamp stamp, out int partition, out int bytes)
    {
        var message = Messages[index];
        partition = message->Partition;
        bytes = (int)message->Length;
        stamp = default;
        return message->Error == 0 && MessageStamp.TryRead(new ReadOnlySpan<byte>(message->Payload, bytes), out stamp);
    }

    /// <summary>The error that came in place of a message, or null.</summary>
    public Error? ErrorOf(int index)
    {
        var message = Messages[index];
        return message->Error == 0
            ? null
            : new Error((ErrorCode)message->Error, Encoding.UTF8.GetString(message->Payload, (int)message->Length));
    }

    public void Release()
    {
        for (var i = 0; i < _count; i++)
        {
            ClientMethods.MessageDestroy(Messages[i]);
        }

        _count = 0;
    }

    public void Dispose() => ClientMethods.QueueDestroy(_queue);
}
