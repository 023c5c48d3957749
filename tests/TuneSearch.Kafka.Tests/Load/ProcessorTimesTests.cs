using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class ProcessorTimesTests
{
    [Fact]
    public void Parse_FirstLineOfProcStat_SumsWithoutGuestTime() =>
        ProcessorTimes.Parse("cpu  100 5 30 1000 20 3 2 40 7 1").ShouldBe(new ProcessorTimes(Total: 1200, Idle: 1020, Stolen: 40));

    [Theory]
    [InlineData("")]
    [InlineData("cpu0 1 2 3 4 5 6 7 8 9 10")]
    [InlineData("cpu 1 2 three 4 5 6 7 8")]
    public void Parse_AnythingElse_IsUnknown(string line) => ProcessorTimes.Parse(line).ShouldBe(default);
}
