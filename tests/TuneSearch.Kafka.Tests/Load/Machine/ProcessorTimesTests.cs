using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Tests.Load.Machine;

public sealed class ProcessorTimesTests
{
    private static readonly string[] Lines = ["cpu  5 0 0 5 0 0 0 0 0 0", "cpu0 1 0 0 2 0 0 0 0 0 0", "cpu1 4 0 0 2 0 0 0 1 0 0", "cpu10 9 0 0 9 0 0 0 0 0 0", "intr 1", ""];

    [Fact]
    public void Parse_LineOfProcStat_SumsWithoutGuestTime() =>
        ProcessorTimes.Parse("cpu  100 5 30 1000 20 3 2 40 7 1").ShouldBe(new ProcessorTimes(Total: 1200, Idle: 1020, Stolen: 40));

    [Theory]
    [InlineData("")]
    [InlineData("intr 1 2 3 4 5 6 7 8 9 10")]
    [InlineData("cpu 1 2 three 4 5 6 7 8")]
    public void Parse_AnythingElse_IsUnknown(string line) => ProcessorTimes.Parse(line).ShouldBe(default);

    [Fact]
    public void Sum_NoProcessorsNamed_IsTheMachine() => ProcessorTimes.Sum(Lines, null).ShouldBe(new ProcessorTimes(10, 5, 0));

    [Fact]
    public void Sum_ProcessorsNamed_IsTheirs() =>
        ProcessorTimes.Sum(Lines, new HashSet<string> { "cpu0", "cpu1" }).ShouldBe(new ProcessorTimes(10, 4, 1));
}
