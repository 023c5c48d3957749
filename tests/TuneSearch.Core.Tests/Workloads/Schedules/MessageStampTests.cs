using FsCheck.Xunit;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Core.Tests.Workloads.Schedules;

public sealed class MessageStampTests
{
    [Property]
    public bool TryRead_WhatWasWritten_IsTheSame(long intended, long sequence, ushort producer, ushort topic, uint run)
    {
        var stamp = new MessageStamp(intended, sequence, producer, topic, run);
        var payload = new byte[MessageStamp.Size + 3];
        stamp.Write(payload);

        return MessageStamp.TryRead(payload, out var read) && read == stamp;
    }

    [Fact]
    public void TryRead_TooShort_IsNotOurs() => MessageStamp.TryRead(new byte[MessageStamp.Size - 1], out _).ShouldBeFalse();
}
