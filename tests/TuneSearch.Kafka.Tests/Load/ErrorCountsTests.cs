using Confluent.Kafka;
using TuneSearch.Kafka.Load.Producing;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class ErrorCountsTests
{
    [Fact]
    public void ByName_SeveralReasons_AreSummedUnderTelemetrysNames()
    {
        var counts = new ErrorCounts();
        counts.Add(ErrorCode.Local_MsgTimedOut, 2);
        counts.Add(ErrorCode.MsgSizeTooLarge, 1);
        counts.Add(ErrorCode.Local_MsgTimedOut, 3);

        counts.ByName.ShouldBe([KeyValuePair.Create("local_msg_timed_out", 5L), KeyValuePair.Create("msg_size_too_large", 1L)], ignoreOrder: true);
        counts.Total.ShouldBe(6);
    }
}
