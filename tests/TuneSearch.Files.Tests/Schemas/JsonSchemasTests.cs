using TuneSearch.Files.Schemas;

namespace TuneSearch.Files.Tests.Schemas;

public sealed class JsonSchemasTests
{
    [Theory]
    [InlineData(FileKind.SearchSpace, "search-space.json")]
    [InlineData(FileKind.Profile, "profile.json")]
    [InlineData(FileKind.Job, "job.json")]
    [InlineData(FileKind.Relevance, "relevance.json")]
    public void Of_EachKind_IsTheShippedFile(FileKind kind, string file)
    {
        var shipped = Path.Combine(SearchSpaceFiles.Folder, "schema", file);
        var schema = JsonSchemas.Of(kind);

        if (Environment.GetEnvironmentVariable("TUNESEARCH_WRITE_CASES") == "1")
        {
            File.WriteAllText(shipped, schema);
        }

        (File.ReadAllText(shipped) == schema).ShouldBeTrue($"search-spaces/schema/{file} is not what files may say now. Write it anew with TUNESEARCH_WRITE_CASES=1 dotnet test tests/TuneSearch.Files.Tests, and read the difference.");
    }
}
