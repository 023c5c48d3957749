using TuneSearch.Core.Jobs;
using TuneSearch.Files;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks;

/// <summary>The repository's own job files.</summary>
internal static class ShippedFiles
{
    /// <summary>The folder of TuneSearch.sln, above the built program.</summary>
    public static string Root => Above(AppContext.BaseDirectory);

    /// <summary>A job of search-spaces/jobs, by its file's name without the ending.</summary>
    public static JobSpec Job(string name) => Load("search-spaces", "jobs", $"{name}.yaml");

    /// <summary>A job of tests/Benchmarks/jobs, by its file's name without the ending.</summary>
    public static JobSpec OwnJob(string name) => Load("tests", "Benchmarks", "jobs", $"{name}.yaml");

    private static JobSpec Load(params string[] path)
    {
        var job = new FileValidator(new NoCatalogue()).Job(Path.Combine([Root, .. path]));
        return job.IsValid ? job.Value.Spec : throw new InvalidOperationException(string.Join(Environment.NewLine, job.Problems));
    }

    private static string Above(string? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("Run the benchmarks from a clone: TuneSearch.sln was not found above the program."),
        _ when File.Exists(Path.Join(folder, "TuneSearch.sln")) => folder,
        _ => Above(Path.GetDirectoryName(folder)),
    };
}
