using TuneSearch.Files.Schemas;

namespace TuneSearch.Files.Tests.Schemas;

public sealed class JsonSchemasTests
{
    [Theory]
    [InlineData(FileKind.SearchSpace, "search-space.json")]
    [InlineData(FileKind.Profile, "profile.json")]
    [InlineData(FileKind.Job, "job.json")]
    public void Of_EachKind_IsTheShippedFile(FileKind kind, string file)
    {
        var shipped = Path.Combine(SearchSpaceFiles.Folder, "schema", file);
        var schema = JsonSchemas.Of(kind);

        // After a change of what files may say: set TUNESEARCH_WRITE_CASES=1, run this test, and read the difference.
        if (Environment.GetEnvironmentVariable("TUNESEARCH_WRITE_CASES") == "1")
        {
            File.WriteAllText(shipped, schema);
        }

        File.ReadAllText(shipped).ShouldBe(schema);
    }
}
