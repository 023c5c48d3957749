using System.Buffers.Binary;
using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>Turns plans into bytes and bytes into stamps without allocating. One to a client: the buffers are its sending thread's.</summary>
/// <remarks>Confluent.Kafka copies key and value before Produce returns, so both buffers may be used again at once.</remarks>
internal sealed class MessageFormat : ISerializer<int>, ISerializer<Outgoing>, IDeserializer<MessageStamp>
{
    private readonly byte[] _key = new byte[sizeof(long)];

    public byte[]? Serialize(int data, SerializationContext context)
    {
        if (data == KeySampler.None)
        {
            return null;
        }

        BinaryPrimitives.WriteInt64BigEndian(_key, data);
        return _key;
    }

    /// <summary>The stamped payload of the message that is about to be produced.</summary>
    public byte[] Payload { get; set; } = [];

    public byte[] Serialize(Outgoing data, SerializationContext context) => Payload;

    /// <summary>A message that is not ours has producer 65535.</summary>
    public MessageStamp Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context) =>
        MessageStamp.TryRead(data, out var stamp) ? stamp : new MessageStamp(0, 0, ushort.MaxValue, 0, 0);
}
