using System.Runtime.InteropServices;
using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Takes a producer's events off its queue: delivery reports, a produce response's worth at a time, statistics and errors.</summary>
/// <remarks>One thread at a time. A report brings the message's payload, and so its stamp: nothing is kept for a message in flight.</remarks>
internal sealed unsafe class ReportPump(IntPtr client, ProducerRecorder recorder, MonotonicClock clock, ClientErrors errors, StatisticsChannel statistics) : IDisposable
{
    private const int AtATime = 256;

    /// <summary>How long a thread that has nothing else to do waits for an event; <see cref="Stop"/> ends it at once.</summary>
    private const int Patience = 1000;

    private readonly IntPtr _queue = ClientMethods.MainQueue(client);
    private readonly IntPtr[] _messages = GC.AllocateArray<IntPtr>(AtATime, pinned: true);
    private volatile bool _stop;

    /// <summary>Waits for one event at most so long and deals with it; false where none came.</summary>
    public bool Serve(int milliseconds)
    {
        var reported = ClientMethods.QueuePoll(_queue, milliseconds);
        if (reported == IntPtr.Zero)
        {
            return false;
        }

        switch (ClientMethods.EventType(reported))
        {
            case ClientMethods.DeliveryReports:
                Take(reported, clock.Now);
                break;
            case ClientMethods.Statistics:
                statistics.Offer(Marshal.PtrToStringUTF8(ClientMethods.EventStatistics(reported)) ?? string.Empty);
                break;
            case ClientMethods.Errors:
                errors.Note(new Error(
                    (ErrorCode)ClientMethods.EventError(reported), Marshal.PtrToStringUTF8(ClientMethods.EventErrorText(reported)), ClientMethods.EventErrorIsFatal(reported) != 0));
                break;
        }

        ClientMethods.EventDestroy(reported);
        return true;
    }

    /// <summary>A thread's work; returns after <see cref="Stop"/>.</summary>
    public void Run()
    {
        while (!_stop)
        {
            Serve(Patience);
        }
    }

    public void Stop()
    {
        _stop = true;
        ClientMethods.QueueYield(_queue);
    }

    public void Dispose() => ClientMethods.QueueDestroy(_queue);

    private void Take(IntPtr reported, long now)
    {
        var messages = (NativeMessage**)Marshal.UnsafeAddrOfPinnedArrayElement(_messages, 0);
        int count;
        while ((count = (int)ClientMethods.EventMessages(reported, messages, AtATime)) > 0)
        {
            for (var i = 0; i < count; i++)
            {
                var message = messages[i];
                if (MessageStamp.TryRead(new ReadOnlySpan<byte>(message->Payload, (int)message->Length), out var stamp))
                {
                    recorder.Add(now, stamp, (int)message->Length, message->Error);
                }
            }

            recorder.Publish();
        }
    }
}
