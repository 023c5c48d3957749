using TuneSearch.Core.Validation;
using TuneSearch.Files.Records;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>Puts problems of a job that was made already into the files it was made of.</summary>
/// <param name="files">By the path as the job writes it.</param>
internal sealed class JobPlaces(YamlMap body, YamlPlaces places, RecordReader reader, IReadOnlyDictionary<string, ParsedFile> files)
{
    private const string Parameters = "space.parameters.";
    private const string Profiles = "profiles.";

    /// <summary>The problem with its place in a file; null where it only follows from something unreadable.</summary>
    /// <param name="problem">Its place is a path of the job: «cluster.home», «profiles.web.acks», «space.parameters.linger.ms» or the bare name of a parameter; anything else stays as it is.</param>
    public Problem? Locate(Problem problem) => OfParameter(problem) ?? OfProfile(problem) ?? OfKey(problem);

    private Problem? OfKey(Problem problem)
    {
        var path = problem.Where;

        // What no key of the job names, as something that this machine lacks, stands in no file.
        var key = path.Split('.', '[')[0];
        return RecordShape.Of(typeof(JobFile)).Keys.All(known => known.Name != key) ? problem
            : reader.Explains(places.Find(path)) ? null
            : places.Locate(problem);
    }

    private Problem? OfParameter(Problem problem)
    {
        var path = problem.Where;
        var name = path.StartsWith(Parameters, StringComparison.Ordinal) ? path[Parameters.Length..] : path;
        var space = body.Find("space");
        return Part(space) is not { Body: { } found, Places: { } at } || IndexOf(found.Find("parameters"), name) is not { } index ? null
            : at == places ? places.Locate(problem with { Where = $"space.parameters[{index}]" })
            : at.Locate(problem with { Where = $"parameters[{index}]" });
    }

    private Problem? OfProfile(Problem problem)
    {
        var path = problem.Where;
        if (!path.StartsWith(Profiles, StringComparison.Ordinal) || body.Find("profiles") is not YamlList list)
        {
            return null;
        }

        for (var i = 0; i < list.Items.Length; i++)
        {
            if (Part(list.Items[i]) is { Body: { } profile, Places: { } at } && profile.Find("name") is YamlScalar name && path.StartsWith($"{Profiles}{name.Text}.", StringComparison.Ordinal))
            {
                var key = path[(Profiles.Length + name.Text.Length + 1)..];
                return at.Locate(problem with { Where = at == places ? $"profiles[{i}].{key}" : key });
            }
        }

        return null;
    }

    /// <summary>A part stands in a file of its own or in the job's.</summary>
    private (YamlMap? Body, YamlPlaces? Places)? Part(YamlNode? node) => node switch
    {
        YamlMap inline => (inline, places),
        YamlScalar path when files.TryGetValue(path.Text, out var file) => (file.Body, file.Places),
        _ => null,
    };

    private static int? IndexOf(YamlNode? parameters, string name)
    {
        var items = (parameters as YamlList)?.Items ?? [];
        for (var i = 0; i < items.Length; i++)
        {
            if ((items[i] as YamlScalar ?? (items[i] as YamlMap)?.Find("name") as YamlScalar)?.Text == name)
            {
                return i;
            }
        }

        return null;
    }
}
