using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Jobs;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files;

/// <summary>Checks files of any kind from disk, each with the files it names.</summary>
public sealed class FileValidator(IParameterCatalogue catalogue)
{
    /// <summary>Everything that is wrong with the file; empty where it can be used.</summary>
    public FileReport Validate(string path)
    {
        if (TextFile.Read(path, out var text) is { } error)
        {
            return new FileReport(path, null, [new Problem(path, error, "Check the path and the rights on the file.")]);
        }

        var file = ParsedFile.Read(path, text);
        return file switch
        {
            { Kind: FileKind.Job } => new FileReport(path, file.Kind, Job(path).Problems),
            { Kind: FileKind.SearchSpace, Body: { } body, Places: { } places } =>
                new FileReport(path, file.Kind, [.. file.Problems, .. new PartReader(new SpaceBuilder(catalogue, allowDurabilityChanges: true)).Space(body, places).Problems]),
            { Kind: FileKind.Profile, Body: { } body, Places: { } places } =>
                new FileReport(path, file.Kind, [.. file.Problems, .. PartReader.Profile(body, places).Problems]),
            _ => new FileReport(path, null, file.Problems),
        };
    }

    /// <summary>The job with everything it names, or what is wrong with any of it; places are written as paths from here.</summary>
    public Checked<JobFromDisk> Job(string path)
    {
        var collected = new JobBundler(PathRoots.Anywhere).Collect(path);
        if (!collected.IsValid)
        {
            return new Checked<JobFromDisk>(null, collected.Problems);
        }

        var bundle = collected.Value;
        var loaded = new JobLoader(catalogue, show: name => Path.GetRelativePath(".", Path.Combine(bundle.Folder!, name))).Check(bundle);
        return new Checked<JobFromDisk>(loaded.IsValid ? new JobFromDisk(bundle, loaded.Value) : null, loaded.Problems);
    }
}
