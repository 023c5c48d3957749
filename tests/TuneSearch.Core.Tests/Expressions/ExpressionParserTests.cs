using System.Globalization;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Expressions;

public sealed class ExpressionParserTests
{
    private static readonly Dictionary<string, ParameterValue> Values = new()
    {
        ["a"] = ParameterValue.Integer(7),
        ["b"] = ParameterValue.Real(2.5),
        ["a-b"] = ParameterValue.Integer(100),
        ["linger.ms"] = ParameterValue.Real(20),
        ["batch.bytes"] = ParameterValue.Integer(65536),
        ["timeout.s"] = ParameterValue.Integer(3),
        ["odd name"] = ParameterValue.Integer(9),
        ["codec"] = ParameterValue.Text("zstd"),
        ["on"] = ParameterValue.Boolean(true),
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("-a + 1", "-6")]
    [InlineData("- -3", "3")]
    [InlineData("a * b", "17.5")]
    [InlineData("a + a", "14")]
    [InlineData("min(a, b, 9)", "2.5")]
    [InlineData("max(a, 2)", "7")]
    [InlineData("a-b", "100")]
    [InlineData("a - b", "4.5")]
    [InlineData("`odd name` + 1", "10")]
    [InlineData("9223372036854775807 + 1", "9.223372036854776E+18")]
    public void Parse_Arithmetic_Calculates(string text, string value) => Evaluate(text).ShouldBe(value);

    [Theory]
    [InlineData("a == 7", true)]
    [InlineData("a == 7.0", true)]
    [InlineData("a != 7", false)]
    [InlineData("a > b && b > 3", false)]
    [InlineData("a > b || b > 3", true)]
    [InlineData("!(a > b)", false)]
    [InlineData("on", true)]
    [InlineData("on == true", true)]
    [InlineData("codec == zstd", true)]
    [InlineData("codec == 'zstd'", true)]
    [InlineData("codec == read-only", false)]
    [InlineData("codec in [none, zstd]", true)]
    [InlineData("a in [1, 2, 3]", false)]
    [InlineData("true || false && false", true)]
    public void Parse_Truths_Holds(string text, bool holds) => Evaluate(text).ShouldBe(holds ? "true" : "false");

    [Theory]
    [InlineData("linger.ms == 20ms")]
    [InlineData("linger.ms <= 1s")]
    [InlineData("linger.ms == 20")]
    [InlineData("linger.ms + 5ms == 25")]
    [InlineData("batch.bytes == 64KiB")]
    [InlineData("timeout.s > linger.ms")]
    [InlineData("timeout.s - linger.ms == 2980ms")]
    [InlineData("linger.ms in [10ms, 20ms]")]
    [InlineData("max(linger.ms, 1s) == 1s")]
    [InlineData("linger.ms / 10ms == 2")]
    [InlineData("2 * 10ms == linger.ms")]
    [InlineData("linger.ms * 50% == 10ms")]
    [InlineData("50% * linger.ms == 10ms")]
    [InlineData("linger.ms / 50% == 40ms")]
    [InlineData("50% * 50% == 25%")]
    [InlineData("50% / 25% == 2")]
    [InlineData("min(100, linger.ms) == 20ms")]
    [InlineData("max(1, linger.ms, 0.5s) == 500ms")]
    public void Parse_UnitsOfOneKind_AreConverted(string text) => Evaluate(text).ShouldBe("true");

    [Theory]
    [InlineData("", 1, "expected a value, found the end")]
    [InlineData("a +", 4, "expected a value after '+', found the end")]
    [InlineData("a b", 3, "expected an operator or the end after 'a', found 'b'")]
    [InlineData("(a", 3, "expected ')' after 'a', found the end")]
    [InlineData("a in zstd", 6, "expected '[' after 'in', found 'zstd'")]
    [InlineData("a in [b]", 7, "a list after 'in' holds fixed values only")]
    [InlineData("a < b < 3", 7, "comparisons do not chain: '<' follows another comparison")]
    [InlineData("a = 3", 3, "'=' means nothing here")]
    [InlineData("a # b", 3, "'#' means nothing here")]
    [InlineData("a > 'x", 5, "' is opened and never closed")]
    [InlineData("a > 3lightyears", 6, "'lightyears' after 3 is not a unit")]
    [InlineData("a + codec", 5, "'codec' is a text where a number is needed")]
    [InlineData("a && on", 1, "'a' is a number where true or false is needed")]
    [InlineData("!a", 2, "'a' is a number where true or false is needed")]
    [InlineData("codec < 3", 1, "'codec' is a text where a number is needed")]
    [InlineData("codec == zsdt", 10, "'zsdt' is not a value of 'codec', which is one of none, zstd, read-only")]
    [InlineData("codec == 3", 10, "'3' is not a value of 'codec', which is one of none, zstd, read-only")]
    [InlineData("on == 3", 7, "'on' is true or false and 3 is a number: they are never equal")]
    [InlineData("a == lingr.ms", 6, "'lingr.ms' is no parameter that is known here")]
    [InlineData("x == y", 1, "'x' is no parameter that is known here")]
    [InlineData("`no such` > 1", 1, "'no such' is no parameter that is known here")]
    [InlineData("linger.ms < 2KiB", 11, "'<' joins a time with a size")]
    [InlineData("linger.ms < batch.bytes", 11, "'<' joins a time with a size")]
    public void Parse_Mistake_SaysWhereAndWhat(string text, int column, string message)
    {
        var error = ExpressionParser.Parse(text, Names.Scope).Errors.ShouldHaveSingleItem();

        (error.Column, error.Message).ShouldBe((column, message));
        error.Remedy.ShouldEndWith(error.Remedy.EndsWith('?') ? "?" : ".");
    }

    [Fact]
    public void Parse_SeveralTypeErrors_AreAllReported() =>
        ExpressionParser.Parse("codec + 1 > 2 && x == y", Names.Scope).Errors.Select(e => e.Message).ShouldBe(
            ["'codec' is a text where a number is needed", "'x' is no parameter that is known here"]);

    [Fact]
    public void Parse_DeepNesting_IsRefused() =>
        ExpressionParser.Parse(new string('(', 1000) + "a", Names.Scope).Errors.ShouldHaveSingleItem().Message.ShouldBe("parentheses are nested more than 100 deep");

    [Fact]
    public void Parse_TooLongText_IsRefused() =>
        ExpressionParser.Parse(new string('1', 20_000), Names.Scope).Errors.ShouldHaveSingleItem().Message.ShouldBe("the expression has 20000 characters, more than 10000");

    [Fact]
    public void Parse_WantedType_IsHeldTo() =>
        ExpressionParser.Parse("a + 1", Names.Scope, ExpressionType.Boolean).Errors.ShouldHaveSingleItem().Message.ShouldBe("the expression is a number where true or false is needed");

    [Fact]
    public void Parse_OpenScope_TakesUnknownWordsAsNumbers()
    {
        var scope = new ExpressionScope([new Symbol("price", ExpressionType.Number)], "metric", isOpen: true);
        var parsed = ExpressionParser.Parse("my_metric-price", scope);

        parsed.Expression!.Names.ShouldBe(["my_metric", "price"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("a <= 3", LimitDirection.AtMost)]
    [InlineData("a < 3", LimitDirection.AtMost)]
    [InlineData("a >= 3", LimitDirection.AtLeast)]
    public void AsLimit_Comparison_GivesItsSides(string text, LimitDirection direction)
    {
        var limit = ExpressionParser.Parse(text, Names.Scope).Expression!.AsLimit();

        limit!.Value.Direction.ShouldBe(direction);
        limit.Value.Left.Names.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("a == 3")]
    [InlineData("a < 3 && b < 3")]
    public void AsLimit_AnythingElse_IsNone(string text) => ExpressionParser.Parse(text, Names.Scope).Expression!.AsLimit().ShouldBeNull();

    private static string Evaluate(string text)
    {
        var parsed = ExpressionParser.Parse(text, Names.Scope);
        parsed.Errors.ShouldBeEmpty();
        var value = parsed.Expression!.Evaluate(name => Values[name])!.Value;
        return value.IsNumber ? value.AsNumber().ToString(CultureInfo.InvariantCulture) : value.ToString();
    }
}
