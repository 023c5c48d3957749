namespace TuneSearch.Cli.Tests.Verbs;

public sealed class CatalogueVerbTests
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("3.9")]
    [InlineData("3.9.1")]
    public async Task Catalogue_KnownRelease_IsThatOfItsLine(string version)
    {
        (await _cli.RunAsync("catalogue", "--kafka", version)).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldContain(" settings as Kafka 3.9 has them.");
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("9.9")]
    [InlineData("2.9")]
    [InlineData("3.x")]
    public async Task Catalogue_UnknownRelease_IsRefusedWithTheRange(string version)
    {
        (await _cli.RunAsync("catalogue", "--kafka", version)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe($"error: --kafka: '{version}' is no Kafka release that the catalogue knows\n       Write a release line from 2.4 to 4.3, as 3.9.\n");
    }
}
