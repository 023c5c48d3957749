using FsCheck.Xunit;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Expressions;

public sealed class BoundsTests
{
    private static readonly string[] Texts =
    [
        "a + b", "a - b", "a * b", "a / b", "-a", "min(a, b)", "max(a, b) - a", "a * a - b", "(a + b) / (a - b)",
    ];

    [Property]
    public void Bounds_AnyArithmetic_HoldEveryValue(ulong seed)
    {
        var random = CounterRandom.For(seed, "bounds");
        var (lowA, lowB) = (random.NextInt32(20) - 10, random.NextInt32(20) - 10);
        var (highA, highB) = (lowA + random.NextInt32(5), lowB + random.NextInt32(5));
        var expression = ExpressionParser.Parse(Texts[random.NextInt32(Texts.Length)], Names.Scope).Expression!;
        var bounds = expression.Bounds(name => name == "a" ? ValueRange.Number(lowA, highA) : ValueRange.Number(lowB, highB));

        for (var a = lowA; a <= highA; a++)
        {
            for (var b = lowB; b <= highB; b++)
            {
                var value = expression.Evaluate(name => ParameterValue.Integer(name == "a" ? a : b))!.Value.AsNumber();
                (double.IsNaN(value) || (value >= bounds.Low - 1e-9 && value <= bounds.High + 1e-9)).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData("a < b", true, true)]
    [InlineData("a < 20", true, false)]
    [InlineData("a > 20", false, true)]
    [InlineData("a == 20", false, true)]
    [InlineData("a != 20", true, false)]
    [InlineData("codec == none", true, true)]
    [InlineData("codec in [none, zstd, read-only]", true, false)]
    [InlineData("!(a > 20)", true, false)]
    [InlineData("a > 20 || a < 20", true, false)]
    [InlineData("a > 20 && on", false, true)]
    public void Bounds_Truths_SayWhatIsPossible(string text, bool canBeTrue, bool canBeFalse)
    {
        var bounds = ExpressionParser.Parse(text, Names.Scope).Expression!.Bounds(name => name switch
        {
            "codec" => ValueRange.OneOf(Names.Scope.Find("codec")!.Values!),
            "on" => ValueRange.OfDomain(new BooleanDomain()),
            _ => ValueRange.Number(0, 10),
        });

        (bounds.CanBeTrue, bounds.CanBeFalse).ShouldBe((canBeTrue, canBeFalse));
    }
}
