using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Native;

/// <summary>rd_kafka_message_t of rdkafka.h: what is handed over to be produced, and what comes back with a report or a fetch.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMessage
{
    /// <summary>0 for none; the payload of a fetched message with an error is the error's text.</summary>
    public int Error;
    public IntPtr Topic;
    public int Partition;
    public byte* Payload;
    public nuint Length;
    public byte* Key;
    public nuint KeyLength;
    public long Offset;
    public IntPtr Private;
}
