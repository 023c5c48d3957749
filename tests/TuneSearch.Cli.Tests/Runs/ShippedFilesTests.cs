using System.Runtime.CompilerServices;
using TuneSearch.Cli.Runs;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class ShippedFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../search-spaces"));

    public static TheoryData<string> Files { get; } = Below("jobs", "kafka", "profiles", "examples");

    public static TheoryData<string> Good { get; } = Below("good");

    [Theory]
    [MemberData(nameof(Files))]
    public void Validate_ShippedFile_FindsNothing(string file) =>
        LocalFiles.Validator.Validate(Path.Combine(Folder, file)).Problems.Select(problem => problem.ToString()).ShouldBeEmpty();

    /// <summary>The driver has to take them as well, for they are shown as examples that work.</summary>
    [LibrdkafkaTheory]
    [MemberData(nameof(Good))]
    public async Task Validate_GoodFile_IsValid(string file)
    {
        var cli = new Cli();

        var exit = await cli.RunAsync("validate", Path.Combine(Folder, file));

        (exit, cli.Error).ShouldBe((ExitCode.Done, string.Empty));
    }

    private static TheoryData<string> Below(params string[] folders) => [.. folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Folder, folder), "*.yaml"))
        .Select(file => Path.GetRelativePath(Folder, file))
        .Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string path = "") => path;
}
