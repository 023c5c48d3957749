using TuneSearch.Core.Annealing;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Records;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>Reads the bodies of files that describe spaces and profiles, with all their problems in place.</summary>
internal sealed class PartReader(SpaceBuilder spaces)
{
    public Checked<SearchSpace> Space(YamlMap body, YamlPlaces places)
    {
        var reader = new RecordReader(places);
        var draft = reader.Read<SpaceDraft>(body, "a search space");
        var built = spaces.Build(draft);
        var problems = reader.Problems.Concat(Located(built.Problems, places, reader)).ToArray();
        return new Checked<SearchSpace>(problems.Length == 0 ? built.Value : null, [.. problems]);
    }

    public static Checked<Profile> Profile(YamlMap body, YamlPlaces places)
    {
        var reader = new RecordReader(places);
        var profile = reader.Read<Profile>(body, "a profile");
        var problems = reader.Problems.Concat(Located(ProfileLaws.Check(profile), places, reader)).ToArray();
        return new Checked<Profile>(problems.Length == 0 ? profile : null, [.. problems]);
    }

    public static Checked<Relevance> Relevance(YamlMap body, YamlPlaces places)
    {
        var reader = new RecordReader(places);
        var relevance = reader.Read<Relevance>(body, "a relevance");
        var problems = reader.Problems.Concat(Located(RelevanceLaws.Check(relevance), places, reader)).ToArray();
        return new Checked<Relevance>(problems.Length == 0 ? relevance : null, [.. problems]);
    }

    /// <summary>Problems with paths as problems with places; those that only follow from something unreadable are left out.</summary>
    public static IEnumerable<Problem> Located(IEnumerable<Problem> problems, YamlPlaces places, RecordReader reader) =>
        from problem in problems
        where !reader.Explains(places.Find(problem.Where))
        select places.Locate(problem);
}
