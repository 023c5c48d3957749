using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>Makes a job of its bundle's texts, or says everything that is wrong with all of them. Pure.</summary>
/// <param name="show">How a bundle's path is written in messages; as it is, by default.</param>
public sealed class JobLoader(IParameterCatalogue catalogue, Func<string, string>? show = null) : IJobLoader
{
    public JobSpec Load(JobBundle bundle) => Check(bundle).OrThrow();

    /// <summary>The job, or every problem of every file, with lines and columns.</summary>
    public Checked<JobSpec> Check(JobBundle bundle) => Check(bundle, _ => []);

    public Checked<JobSpec> Check(JobBundle bundle, Func<JobSpec, IEnumerable<Problem>> laws)
    {
        if (!bundle.Files.TryGetValue(bundle.Entry, out var text))
        {
            return new Checked<JobSpec>(null, [new Problem(Shown(bundle.Entry), "the bundle lacks its own job file", "Send the job file's text under the entry's path.")]);
        }

        var file = ParsedFile.Read(Shown(bundle.Entry), text);
        if (file is not { Kind: FileKind.Job, Body: { } body, Places: { } places })
        {
            return new Checked<JobSpec>(null, file.Kind is { } other && file.Places is not null
                ? [.. file.Problems, file.Places.Locate(new Problem("kind", $"the file is a {other}, and a Job is needed", "Name a file with kind: Job."))]
                : file.Problems);
        }

        var parts = Parts(bundle, file);
        var job = new JobBuilder(catalogue, bundle, parts.Files).Build(body, places, laws);
        var problems = PlaceOrder.Sort([.. file.Problems, .. parts.Problems, .. job.Problems]);
        return new Checked<JobSpec>(problems.IsEmpty ? job.Value : null, problems);
    }

    private (Dictionary<string, ParsedFile> Files, List<Problem> Problems) Parts(JobBundle bundle, ParsedFile job)
    {
        var files = new Dictionary<string, ParsedFile>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var (key, path, kind) in JobReferences.Of(job.Body!))
        {
            if (BundlePaths.Resolve(bundle.Folder, bundle.Entry, path.Text) is not { } name || !bundle.Files.TryGetValue(name, out var text))
            {
                problems.Add(new Problem(job.Places!.At(path), $"{key}: '{path.Text}' is not among the files of the job", "Submit it with the job, under the path that the job names."));
                continue;
            }

            var isNew = !files.TryGetValue(path.Text, out var file);
            file ??= ParsedFile.Read(Shown(name), text);
            files[path.Text] = file;
            if (isNew)
            {
                problems.AddRange(file.Problems);
            }

            if (file.Kind is { } found && found != kind)
            {
                problems.Add(new Problem(job.Places!.At(path), $"{key}: '{path.Text}' is a {found}, and a {kind} is needed", $"Name a file with kind: {kind}."));
            }
        }

        return (files, problems);
    }

    private string Shown(string path) => show?.Invoke(path) ?? path;
}
