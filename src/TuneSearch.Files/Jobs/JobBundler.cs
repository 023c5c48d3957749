using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>Collects a job file and every file it names from disk.</summary>
public sealed class JobBundler(PathRoots roots)
{
    /// <summary>The texts that could be read, and every file that is missing, cannot be read or lies outside the roots; what the texts say is not judged here.</summary>
    /// <remarks>With some files missing the rest is returned too, so that it can be judged in the same breath.</remarks>
    public Checked<JobBundle> Collect(string jobFile)
    {
        var problems = new List<Problem>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var entry = Path.GetFullPath(jobFile);
        if (!roots.Allows(entry))
        {
            problems.Add(Outside(jobFile, jobFile));
        }
        else if (TextFile.Read(entry, out var text) is { } unreadable)
        {
            problems.Add(new Problem(unreadable.In(jobFile), unreadable.Reason, unreadable.Remedy));
        }
        else
        {
            texts[entry] = text;
            Follow(jobFile, entry, text, texts, problems);
        }

        return new Checked<JobBundle>(texts.Count == 0 ? null : Bundle(entry, texts), [.. problems]);
    }

    private void Follow(string shown, string entry, string text, Dictionary<string, string> texts, List<Problem> problems)
    {
        var file = ParsedFile.Read(shown, text);
        if (file is not { Body: { } body, Places: { } places })
        {
            return;
        }

        foreach (var (key, path, _) in JobReferences.Of(body))
        {
            var full = Path.GetFullPath(path.Text, Path.GetDirectoryName(entry)!);
            if (!roots.Allows(full))
            {
                problems.Add(Outside(places.At(path), $"{key}: '{path.Text}'"));
            }
            else if (TextFile.Read(full, out var content) is { } unreadable)
            {
                var remedy = unreadable.IsMissing ? $"Paths start at the folder of the file that names them; write one that exists below or beside {Path.GetFileName(entry)}." : unreadable.Remedy;
                problems.Add(new Problem(places.At(path), $"{key}: '{path.Text}': {unreadable.Reason}", remedy));
            }
            else
            {
                texts[full] = content;
            }
        }
    }

    private Problem Outside(string where, string what) =>
        new(where, $"{what} lies outside the folders that jobs may use ({string.Join(", ", roots.Folders)})", "Move it below one of these folders, or add its folder to the daemon's settings (roots).");

    private static JobBundle Bundle(string entry, Dictionary<string, string> texts)
    {
        var folder = texts.Keys.Select(path => Path.GetDirectoryName(path)!).Aggregate(CommonFolder);
        var files = texts.ToImmutableSortedDictionary(pair => Path.GetRelativePath(folder, pair.Key).Replace('\\', '/'), pair => pair.Value, StringComparer.Ordinal);
        return new JobBundle(Path.GetRelativePath(folder, entry).Replace('\\', '/'), files, folder);
    }

    private static string CommonFolder(string a, string b)
    {
        while (a != b && !b.StartsWith(a.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            a = Path.GetDirectoryName(a) ?? "/";
        }

        return a;
    }
}
