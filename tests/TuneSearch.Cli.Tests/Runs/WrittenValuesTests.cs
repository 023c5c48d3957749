using TuneSearch.Cli.Runs;
using TuneSearch.Core.Spaces.Drafts;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class WrittenValuesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("# a comment\n\nlinger.ms=20\ncodec = zstd\n")]
    [InlineData("""{ "linger.ms": 20, "codec": "zstd" }""")]
    [InlineData("""{ "verdict": "improved", "configuration": { "linger.ms": 20, "codec": "zstd" } }""")]
    public void OfFile_WhatBestWrites_IsReadBack(string text)
    {
        var values = WrittenValues.OfFile(Write(text));

        values.ShouldBe(new Dictionary<string, RawValue> { ["codec"] = new("zstd"), ["linger.ms"] = new("20") });
    }

    [Fact]
    public void OfFile_EscapedProperties_AreReadAsJavaReadsThem() =>
        WrittenValues.OfFile(Write("rule = RULE:[1:$1]\\\\.*\nname=\\u00e4\n"))
            .ShouldBe(new Dictionary<string, RawValue> { ["name"] = new("ä"), ["rule"] = new("RULE:[1:$1]\\.*") });

    [Fact]
    public void OfFile_JsonTruths_AreThoseOfYaml() => WrittenValues.OfFile(Write("""{ "a": true }"""))["a"].ShouldBe(new RawValue("true"));

    [Fact]
    public void OfFile_LineWithoutEquals_IsNamed() =>
        Should.Throw<CliException>(() => WrittenValues.OfFile(Write("what"))).Problems.ShouldHaveSingleItem().Message.ShouldBe("the line 'what' is not of the form name=value");

    [Fact]
    public void OfArguments_WithoutEquals_IsNamed() =>
        Should.Throw<CliException>(() => WrittenValues.OfArguments(["linger.ms"])).Message.ShouldBe(
            "--set: 'linger.ms' is not of the form name=value. Write for instance --set linger.ms=20.");

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "values");
        File.WriteAllText(path, text);
        return path;
    }
}
