using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Spaces;

public sealed class ParameterTests
{
    [Fact]
    public void FromUnit_WhereTheDefaultLies_IsTheDefaultToItsLastDigit()
    {
        var batch = new Parameter("batch.size", ParameterScope.Producer, new IntegerDomain(8192, 1048576, Scale.Log), ParameterValue.Integer(16384));

        batch.FromUnit(batch.Domain.ToUnit(ParameterValue.Integer(16400))).ShouldBe(ParameterValue.Integer(16384));
        batch.FromUnit(batch.Domain.ToUnit(ParameterValue.Integer(16500))).ShouldBe(ParameterValue.Integer(16500));
    }

    [Fact]
    public void FromUnit_WhereTheDefaultIsSpecial_StaysOnTheRange()
    {
        var domain = new IntegerDomain(0, 100, Special: [ParameterValue.Integer(-1)]);

        new Parameter("socket.receive.buffer.bytes", ParameterScope.Broker, domain, ParameterValue.Integer(-1)).FromUnit(0).ShouldBe(ParameterValue.Integer(0));
    }
}
