using FsCheck;
using FsCheck.Xunit;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Kafka.Tests.Export;

public sealed class PropertiesValueTests
{
    [Property]
    public bool Setting_OfEscapedNameAndValue_IsThem(NonEmptyString name, string? value) =>
        PropertiesValue.Setting($"{PropertiesValue.EscapeName(name.Get)}={PropertiesValue.Escape(value ?? string.Empty)}") == (name.Get, value ?? string.Empty);

    [Property]
    public bool Unescape_OfWhatEscapeWrote_IsTheValue(string? value) => PropertiesValue.Unescape(PropertiesValue.Escape(value ?? string.Empty)) == (value ?? string.Empty);

    [Property]
    public bool Escape_AnyValue_IsOneLineOfPrintableAscii(string? value) => PropertiesValue.Escape(value ?? string.Empty).All(sign => sign is >= ' ' and <= '~');

    [Theory]
    [InlineData(@"C:\\logs", @"C:\logs")]
    [InlineData(@"\ leading", " leading")]
    [InlineData(@"a\tb\nc\rd\fe", "a\tb\nc\rd\fe")]
    [InlineData(@"gr\u00f6\u00DFe", "größe")]
    [InlineData(@"\u12", "u12")]
    [InlineData(@"a\:b\=c", "a:b=c")]
    [InlineData(@"ends\", @"ends\")]
    public void Unescape_WrittenValue_IsAsJavaReadsIt(string written, string value) => PropertiesValue.Unescape(written).ShouldBe(value);
}
