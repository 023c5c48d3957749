using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Tests.Quantities;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("7", 7, Dimension.None, true)]
    [InlineData("-1", -1, Dimension.None, true)]
    [InlineData("0.5", 0.5, Dimension.None, false)]
    [InlineData("1e6", 1e6, Dimension.None, false)]
    [InlineData("20ms", 0.02, Dimension.Time, false)]
    [InlineData("1.5s", 1.5, Dimension.Time, false)]
    [InlineData("10m", 600, Dimension.Time, true)]
    [InlineData("2h", 7200, Dimension.Time, true)]
    [InlineData("250us", 0.00025, Dimension.Time, false)]
    [InlineData("2%", 0.02, Dimension.Ratio, false)]
    [InlineData("95 %", 0.95, Dimension.Ratio, false)]
    [InlineData("64KiB", 65536, Dimension.Size, true)]
    [InlineData("1MiB", 1048576, Dimension.Size, true)]
    [InlineData("10MB", 10_000_000, Dimension.Size, true)]
    [InlineData("1.5KiB", 1536, Dimension.Size, false)]
    public void TryParse_NumberWithUnit_GivesBaseUnits(string text, double value, Dimension dimension, bool isWhole)
    {
        Quantity.TryParse(text, out var quantity).ShouldBeTrue();

        quantity.ShouldBe(new Quantity(value, dimension, isWhole));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ms")]
    [InlineData("20parsecs")]
    [InlineData("1.2.3")]
    [InlineData("20 ms x")]
    [InlineData("--1")]
    [InlineData("10Mb")]
    public void TryParse_AnythingElse_IsRefused(string text) => Quantity.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("linger.ms", "ms")]
    [InlineData("fetch.max.bytes", "bytes")]
    [InlineData("warm_up_seconds", "seconds")]
    [InlineData("batch.size", null)]
    [InlineData("ms", null)]
    public void OfName_LastPartOfAName_IsItsUnit(string name, string? unit) => Unit.OfName(name).ShouldBe(unit);
}
