using TuneSearch.Core.Spaces;

namespace TuneSearch.Files.Tests;

/// <summary>The cases in search-spaces/good and search-spaces/bad; beside each bad file stands what is said of it, to the letter.</summary>
public sealed class FileCasesTests
{
    public static TheoryData<string> GoodFiles { get; } = SearchSpaceFiles.Below("good");

    public static TheoryData<string> BadFiles { get; } = SearchSpaceFiles.Below("bad");

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Validate_GoodFile_FindsNothing(string file) => Validate(file).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Validate_BadFile_SaysWhatStandsBesideIt(string file)
    {
        var expected = Path.Combine(SearchSpaceFiles.Folder, Path.ChangeExtension(file, ".txt"));
        var said = Validate(file);

        // To write a new case: set TUNESEARCH_WRITE_CASES=1, run this test, and read what it wrote.
        if (Environment.GetEnvironmentVariable("TUNESEARCH_WRITE_CASES") == "1")
        {
            File.WriteAllText(expected, said);
        }

        said.ShouldBe(File.ReadAllText(expected));
        said.ShouldNotBeEmpty();
    }

    private static string Validate(string file)
    {
        var path = Path.Combine(SearchSpaceFiles.Folder, file);
        var folder = Path.GetDirectoryName(path)! + "/";
        var here = Path.GetRelativePath(".", folder).TrimEnd('/') + "/";
        var report = new FileValidator(new NoCatalogue()).Validate(path);
        return string.Concat(report.Problems.Select(problem => $"{problem}\n".Replace(folder, string.Empty).Replace(here, string.Empty)));
    }
}
