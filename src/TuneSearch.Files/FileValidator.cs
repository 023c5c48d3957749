using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Jobs;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files;

/// <summary>Checks files of any kind from disk, each with the files it names.</summary>
/// <param name="laws">What jobs have to obey besides, with paths of the job as places; nothing by default.</param>
public sealed class FileValidator(IParameterCatalogue catalogue, Func<JobSpec, IEnumerable<Problem>>? laws = null)
{
    /// <summary>Everything that is wrong with the file; empty where it can be used.</summary>
    public FileReport Validate(string path)
    {
        if (TextFile.Read(path, out var text) is { } unreadable)
        {
            return new FileReport(path, null, [new Problem(unreadable.In(path), unreadable.Reason, unreadable.Remedy)]);
        }

        var file = ParsedFile.Read(path, text);
        return file switch
        {
            { Kind: FileKind.Job } => new FileReport(path, file.Kind, Job(path).Problems),
            { Kind: FileKind.SearchSpace, Body: { } body, Places: { } places } =>
                Report(path, file, new PartReader(new SpaceBuilder(catalogue, allowDurabilityChanges: true)).Space(body, places).Problems),
            { Kind: FileKind.Profile, Body: { } body, Places: { } places } =>
                Report(path, file, PartReader.Profile(body, places).Problems),
            { Kind: FileKind.Relevance, Body: { } body, Places: { } places } =>
                Report(path, file, PartReader.Relevance(body, places).Problems),
            _ => new FileReport(path, null, file.Problems),
        };
    }

    /// <summary>The job with everything it names, or what is wrong with any of it; places are written as paths from here.</summary>
    public Checked<JobFromDisk> Job(string path)
    {
        var collected = new JobBundler(PathRoots.Anywhere).Collect(path);
        if (collected.Value is not { } bundle)
        {
            return new Checked<JobFromDisk>(null, collected.Problems);
        }

        var loaded = new JobLoader(catalogue, show: name => name == bundle.Entry ? path : Shown(path, Path.Combine(bundle.Folder!, name)))
            .Check(bundle, laws ?? (_ => []));

        // A file that could not be collected is missing to the loader too; one problem for one place is enough.
        var missing = collected.Problems.Select(problem => problem.Where).ToHashSet(StringComparer.Ordinal);
        var problems = PlaceOrder.Sort([.. collected.Problems, .. loaded.Problems.Where(problem => !missing.Contains(problem.Where))]);
        return new Checked<JobFromDisk>(problems.IsEmpty ? new JobFromDisk(bundle, loaded.Value!) : null, problems);
    }

    /// <summary>A file that the job names, written as the job itself was: absolute or from here.</summary>
    private static string Shown(string job, string file) => Path.IsPathRooted(job) ? file : Path.GetRelativePath(".", file);

    private static FileReport Report(string path, ParsedFile file, ImmutableArray<Problem> problems) =>
        new(path, file.Kind, PlaceOrder.Sort([.. file.Problems, .. problems]));
}
