using System.Collections.Immutable;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>The files that a job file names, found without judging the rest of it.</summary>
internal static class JobReferences
{
    public static ImmutableArray<(string Key, YamlScalar Path, FileKind Kind)> Of(YamlMap job)
    {
        var references = ImmutableArray.CreateBuilder<(string, YamlScalar, FileKind)>();
        if (job.Find("space") is YamlScalar { IsEmpty: false } space)
        {
            references.Add(("space", space, FileKind.SearchSpace));
        }

        if (job.Find("relevance") is YamlScalar { IsEmpty: false } relevance)
        {
            references.Add(("relevance", relevance, FileKind.Relevance));
        }

        if (job.Find("profiles") is YamlList profiles)
        {
            for (var i = 0; i < profiles.Items.Length; i++)
            {
                if (profiles.Items[i] is YamlScalar { IsEmpty: false } profile)
                {
                    references.Add(($"profiles[{i}]", profile, FileKind.Profile));
                }
            }
        }

        return references.ToImmutable();
    }
}
