namespace TuneSearch.Cli.Tests.Verbs;

public sealed class SchemaVerbTests
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("Jub", "Did you mean 'Job'?")]
    [InlineData("3", "Write one of: SearchSpace, Profile, Job, Relevance.")]
    public async Task Schema_UnknownKind_SaysWhichThereAre(string kind, string remedy)
    {
        (await _cli.RunAsync("schema", kind)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe($"error: tunesearch schema: there is no kind of file '{kind}'\n       {remedy}\n");
    }

    [Fact]
    public async Task Schema_KindInAnyCase_IsPrinted()
    {
        (await _cli.RunAsync("schema", "job")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldContain("\"title\": \"TuneSearch Job\"");
    }
}
