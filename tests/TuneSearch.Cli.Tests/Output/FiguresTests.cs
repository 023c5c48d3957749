using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Tests.Output;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(123456.7, "123,457")]
    [InlineData(-1234, "-1,234")]
    [InlineData(12.3456, "12.35")]
    [InlineData(0.0123456, "0.01235")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(3e17, "3e+17")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "NaN")]
    public void Number_AnySize_HasFourDigitsAtLeast(double value, string text) => Figures.Number(value).ShouldBe(text);

    [Theory]
    [InlineData(0.1234, "+12.3 %")]
    [InlineData(-0.02, "-2.0 %")]
    [InlineData(0, "0.0 %")]
    public void Percent_Change_HasItsSign(double change, string text) => Figures.Percent(change).ShouldBe(text);

    [Theory]
    [InlineData(5, "5s")]
    [InlineData(65, "1m 05s")]
    [InlineData(3700, "1h 01m")]
    [InlineData(-1, "0s")]
    public void Time_Seconds_AreReadable(double seconds, string text) => Figures.Time(seconds).ShouldBe(text);

    [Theory]
    [InlineData(0.00034, "340 us")]
    [InlineData(0.0125, "12.5 ms")]
    [InlineData(1.2, "1.2 s")]
    public void Latency_AnySize_TakesTheUnitThatSuits(double seconds, string text) => Figures.Latency(seconds).ShouldBe(text);
}
