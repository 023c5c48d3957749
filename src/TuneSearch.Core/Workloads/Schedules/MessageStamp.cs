using System.Buffers.Binary;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>What the first bytes of every payload say: when it was meant to be sent, and which message of which producer it is.</summary>
/// <param name="Intended">Intended send, in the generator's monotonic clock (<see cref="TimeProvider.GetTimestamp"/>).</param>
/// <param name="Sequence">Of the producer, from 0, without gaps.</param>
/// <param name="Producer">Of the profile, from 0.</param>
/// <param name="Topic">Of the profile, from 0.</param>
/// <param name="Run">Tells a run's messages from another's.</param>
public readonly record struct MessageStamp(long Intended, long Sequence, ushort Producer, ushort Topic, uint Run)
{
    /// <summary>Bytes; no message is smaller.</summary>
    public const int Size = 24;

    public void Write(Span<byte> payload)
    {
        BinaryPrimitives.WriteInt64LittleEndian(payload, Intended);
        BinaryPrimitives.WriteInt64LittleEndian(payload[8..], Sequence);
        BinaryPrimitives.WriteUInt16LittleEndian(payload[16..], Producer);
        BinaryPrimitives.WriteUInt16LittleEndian(payload[18..], Topic);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[20..], Run);
    }

    /// <summary>False where the payload is too short to be one of ours.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out MessageStamp stamp)
    {
        if (payload.Length < Size)
        {
            stamp = default;
            return false;
        }

        stamp = new MessageStamp(
            BinaryPrimitives.ReadInt64LittleEndian(payload),
            BinaryPrimitives.ReadInt64LittleEndian(payload[8..]),
            BinaryPrimitives.ReadUInt16LittleEndian(payload[16..]),
            BinaryPrimitives.ReadUInt16LittleEndian(payload[18..]),
            BinaryPrimitives.ReadUInt32LittleEndian(payload[20..]));
        return true;
    }
}
