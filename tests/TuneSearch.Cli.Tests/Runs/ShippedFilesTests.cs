using System.Runtime.CompilerServices;
using TuneSearch.Cli.Runs;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class ShippedFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../search-spaces"));

    public static TheoryData<string> Files { get; } = [.. new[] { "jobs", "kafka", "profiles", "examples" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Folder, folder), "*.yaml"))
        .Select(file => Path.GetRelativePath(Folder, file))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Validate_ShippedFile_FindsNothing(string file) =>
        LocalFiles.Validator.Validate(Path.Combine(Folder, file)).Problems.Select(problem => problem.ToString()).ShouldBeEmpty();

    private static string Here([CallerFilePath] string path = "") => path;
}
