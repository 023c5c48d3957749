using FsCheck.Xunit;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Spaces;

/// <summary>Laws of every domain, over drawn domains.</summary>
public sealed class DomainTests
{
    [Property]
    public void FromUnit_AnyPoint_IsContained(ulong seed)
    {
        var random = CounterRandom.For(seed, "domain");
        var domain = Draw(ref random);

        domain.Contains(domain.FromUnit(random.NextDouble())).ShouldBeTrue(domain.Describe());
        domain.Contains(domain.FromUnit(0)).ShouldBeTrue(domain.Describe());
        domain.Contains(domain.FromUnit(1)).ShouldBeTrue(domain.Describe());
    }

    [Property]
    public void ToUnit_OfAContainedValue_LeadsBackToIt(ulong seed)
    {
        var random = CounterRandom.For(seed, "domain");
        var domain = Draw(ref random);
        var value = domain.FromUnit(random.NextDouble());

        var back = domain.FromUnit(domain.ToUnit(value));

        if (value.IsNumber)
        {
            back.AsNumber().ShouldBe(value.AsNumber(), Math.Max(1e-9, Math.Abs(value.AsNumber()) * 2e-5), domain.Describe());
        }
        else
        {
            back.ShouldBe(value, domain.Describe());
        }
    }

    [Property]
    public void Enumerate_CountableDomain_HasAsManyValuesAsItCounts(ulong seed)
    {
        var random = CounterRandom.For(seed, "domain");
        var domain = Draw(ref random);

        if (domain.Enumerate(100_000) is { } values)
        {
            values.Count.ShouldBe((int)domain.Count!.Value, domain.Describe());
            values.ShouldAllBe(value => domain.Contains(value));
        }
    }

    [Fact]
    public void Count_WidestRange_DoesNotOverflow() => new IntegerDomain(long.MinValue, long.MaxValue).Count.ShouldBe(long.MaxValue);

    [Theory]
    [InlineData(0, 64)]
    [InlineData(0.5, 256)]
    [InlineData(1, 1024)]
    public void FromUnit_LogScale_StepsMultiply(double unit, long value) =>
        new IntegerDomain(64, 1024, Scale.Log).FromUnit(unit).ShouldBe(ParameterValue.Integer(value));

    [Theory]
    [InlineData(8192, 1048576, Scale.Log, 0.6, "151000")]
    [InlineData(8192, 1048576, Scale.Log, 0, "8192")]
    [InlineData(1, 5000, Scale.Linear, 0.5, "2501")]
    [InlineData(0, 1000000, Scale.Linear, 0.1234567, "123000")]
    [InlineData(1000, 1010, Scale.Log, 0.5, "1005")]
    public void FromUnit_Integer_KeepsThreeDigitsOfWhatCanMatter(long minimum, long maximum, Scale scale, double unit, string value) =>
        new IntegerDomain(minimum, maximum, scale).FromUnit(unit).ToString().ShouldBe(value);

    [Theory]
    [InlineData(0, 100, Scale.Linear, 0.1328473, "13.3")]
    [InlineData(0, 1, Scale.Linear, 0.3000001, "0.3")]
    [InlineData(0.001, 10, Scale.Log, 0.25, "0.01")]
    [InlineData(1000000, 1000001, Scale.Linear, 0.5004, "1000000.5")]
    public void FromUnit_Real_KeepsThreeDigitsOfWhatCanMatter(double minimum, double maximum, Scale scale, double unit, string value) =>
        new RealDomain(minimum, maximum, scale).FromUnit(unit).ToString().ShouldBe(value);

    [Fact]
    public void FromUnit_ListedValues_AllLieOnEquallyMuchOfTheInterval()
    {
        var domain = new OrdinalDomain([ParameterValue.Integer(1), ParameterValue.Integer(10), ParameterValue.Integer(100), ParameterValue.Integer(1000)]);

        var met = Enumerable.Range(0, 400).CountBy(i => domain.FromUnit((i + 0.5) / 400));

        met.Select(pair => pair.Value).ShouldBe([100, 100, 100, 100]);
    }

    [Fact]
    public void Contains_OffTheGrid_IsOutside()
    {
        var domain = new IntegerDomain(10, 100, Step: 10, Special: [ParameterValue.Integer(-1)]);

        domain.Contains(ParameterValue.Integer(20)).ShouldBeTrue();
        domain.Contains(ParameterValue.Integer(25)).ShouldBeFalse();
        domain.Contains(ParameterValue.Integer(-1)).ShouldBeTrue();
        domain.Contains(ParameterValue.Real(20)).ShouldBeFalse();
    }

    private static Domain Draw(ref CounterRandom random)
    {
        var low = random.NextInt32(1000) + 1;
        var width = random.NextInt32(5000) + 1;
        var scale = random.NextBoolean() ? Scale.Log : Scale.Linear;
        switch (random.NextInt32(6))
        {
            case 0:
                return new IntegerDomain(low, low + width, scale);
            case 1:
                var step = random.NextInt32(20) + 1;
                return new IntegerDomain(low, low + (width * step), scale, step, [ParameterValue.Integer(-1)]);
            case 2:
                return new RealDomain(low / 7.0, (low + width) / 7.0, scale);
            case 3:
                return new RealDomain(0, width * 0.25, Scale.Linear, 0.25);
            case 4:
                return new OrdinalDomain(ValueList.From(Enumerable.Range(low, (width % 20) + 1).Select(i => ParameterValue.Integer(i * i))));
            default:
                return new CategoricalDomain(ValueList.From(Enumerable.Range(0, (width % 10) + 1).Select(i => ParameterValue.Text($"v{i}"))));
        }
    }
}
