using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Records;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Jobs;

/// <summary>Makes a job of its file's body and the parsed files that it names.</summary>
/// <param name="files">By the path as the job writes it.</param>
internal sealed class JobBuilder(IParameterCatalogue catalogue, JobBundle bundle, IReadOnlyDictionary<string, ParsedFile> files)
{
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _elsewhere = [];

    /// <param name="laws">See <see cref="IJobLoader.Check"/>.</param>
    public Checked<JobSpec> Build(YamlMap body, YamlPlaces places, Func<JobSpec, IEnumerable<Problem>> laws)
    {
        var reader = new RecordReader(places);
        var file = reader.Read<JobFile>(body, "a job");
        var space = Space(file);
        var profiles = Profiles(file);
        var relevance = Relevance(file, space);
        var objective = new ObjectiveBuilder(file.Cluster, space, _problems).Build(file.Objective);
        var mixture = Mixture(file.Mixture, profiles);
        CheckCluster(file.Cluster);
        CheckIngredients(file.Annealing);
        var baseline = space is null ? null : ConfigurationReader.Read("baseline", file.Baseline, space, space.Defaults);
        _problems.AddRange(baseline?.Problems ?? []);
        ImmutableArray<Problem> problems = [.. reader.Problems, .. PartReader.Located(_problems, places, reader), .. _elsewhere];
        if (space is null || objective is null || baseline?.Value is not { } today)
        {
            return new Checked<JobSpec>(null, problems);
        }

        var name = file.Name ?? Path.GetFileNameWithoutExtension(bundle.Entry);
        var job = new JobSpec(name, bundle.Seed ?? file.Seed, space, file.Cluster, objective)
        {
            Baseline = today,
            Profiles = profiles,
            Mixture = mixture,
            Annealing = file.Annealing,
            Relevance = relevance,
            Budget = bundle.Trials is { } trials ? file.Budget with { Trials = trials } : file.Budget,
            Verification = file.Verification,
            AllowDurabilityChanges = file.AllowDurabilityChanges,
            Folder = Folder(),
        };

        // What the driver says of a cluster that could not be read follows from the default that stands in for it.
        var found = reader.Explains((body, "cluster")) ? [] : laws(job).Select(new JobPlaces(body, places, reader, files).Locate).OfType<Problem>();
        return new Checked<JobSpec>(job, [.. problems, .. found.Where(problem => problems.All(earlier => earlier.Where != problem.Where))]);
    }

    private string? Folder() => bundle.Folder is { } folder ? Path.GetFullPath(Path.Combine(folder, BundlePaths.FolderOf(bundle.Entry))) : null;

    private SearchSpace? Space(JobFile file)
    {
        var builder = new SpaceBuilder(catalogue, file.AllowDurabilityChanges);
        if (file.Space?.Inline is { } draft)
        {
            var built = builder.Build(draft);
            _problems.AddRange(built.Problems.Select(problem => problem with { Where = $"space.{problem.Where}" }));
            return built.Value;
        }

        if (file.Space?.Path is not { } path)
        {
            _problems.Add(new Problem("space", "the job names no search space", "Write space: with the path of a SearchSpace file, relative to this one."));
            return null;
        }

        if (!files.TryGetValue(path, out var named) || named is not { Kind: FileKind.SearchSpace, Body: { } body, Places: { } places })
        {
            return null;
        }

        var space = new PartReader(builder).Space(body, places);
        _elsewhere.AddRange(space.Problems);
        return space.Value;
    }

    private Relevance? Relevance(JobFile file, SearchSpace? space)
    {
        if (file.Relevance is not { } reference)
        {
            return null;
        }

        var relevance = reference.Inline;
        if (relevance is not null)
        {
            _problems.AddRange(RelevanceLaws.Check(relevance).Select(problem => problem with { Where = $"relevance.{problem.Where}" }));
        }
        else if (files.TryGetValue(reference.Path!, out var named) && named is { Kind: FileKind.Relevance, Body: { } body, Places: { } places })
        {
            var read = PartReader.Relevance(body, places);
            _elsewhere.AddRange(read.Problems);
            relevance = read.Value;
        }

        if (file.Annealing.Searcher == "plain")
        {
            _problems.Add(new Problem("relevance", "searcher: plain has no model that could make use of a relevance", "Remove the key, or take the default searcher."));
        }

        if (relevance is { Parameters.IsDefaultOrEmpty: false } && space is not null && !space.Searched.Any(parameter => relevance.Of(parameter.Name) is not null))
        {
            _problems.Add(new Problem(
                "relevance",
                $"the relevance knows none of the parameters that are searched ({string.Join(", ", space.Searched.Select(parameter => parameter.Name))})",
                "Name the relevance of an earlier job on this space or one like it, or remove the key."));
        }

        return relevance;
    }

    private ImmutableArray<Profile> Profiles(JobFile file)
    {
        var profiles = ImmutableArray.CreateBuilder<Profile>();
        for (var i = 0; i < file.Profiles.Length; i++)
        {
            if (Profile(file.Profiles[i], i) is not { } profile)
            {
                continue;
            }

            if (profiles.Any(p => p.Name == profile.Name))
            {
                _problems.Add(new Problem($"profiles[{i}]", $"the profile name '{profile.Name}' stands twice", "Rename one of the two profiles, or remove it from the list."));
            }

            profiles.Add(profile);
        }

        return profiles.Count == 0 ? [new Profile("default")] : profiles.ToImmutable();
    }

    private Profile? Profile(FileOr<Profile> reference, int index)
    {
        if (reference.Inline is { } inline)
        {
            _problems.AddRange(ProfileLaws.Check(inline).Select(problem => problem with { Where = $"profiles[{index}].{problem.Where}" }));
            return inline;
        }

        if (!files.TryGetValue(reference.Path!, out var named) || named is not { Kind: FileKind.Profile, Body: { } body, Places: { } places })
        {
            return null;
        }

        var profile = PartReader.Profile(body, places);
        _elsewhere.AddRange(profile.Problems.Except(_elsewhere));
        return profile.Value;
    }

    private MixtureSpec Mixture(MixtureFile file, ImmutableArray<Profile> profiles)
    {
        if (file.ProfilesPerEpisode > profiles.Length)
        {
            _problems.Add(new Problem(
                "mixture.profilesPerEpisode",
                $"{file.ProfilesPerEpisode} profiles an episode are wanted, and the job has {profiles.Length}",
                string.Create(CultureInfo.InvariantCulture, $"Write a number from 1 to {profiles.Length}, or name more profiles.")));
        }

        return new MixtureSpec(file.ProfilesPerEpisode, Alpha(file.Weights), file.Holdout) { Duration = file.Duration, MaxWarmUp = file.MaxWarmUp };
    }

    private double? Alpha(string weights)
    {
        var text = weights.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (text == "equal")
        {
            return null;
        }

        if (text.StartsWith("dirichlet(", StringComparison.Ordinal) && text.EndsWith(')')
            && double.TryParse(text["dirichlet(".Length..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var alpha) && alpha is > 0 and <= 1e6)
        {
            return alpha;
        }

        _problems.Add(new Problem("mixture.weights", $"weights '{weights}' are neither equal nor dirichlet(concentration)", "Write weights: equal, or weights: dirichlet(4); the concentration is above 0, and smaller ones make mixtures more uneven."));
        return null;
    }

    private void CheckIngredients(AnnealingOptions options)
    {
        foreach (var key in RecordShape.Of(typeof(AnnealingOptions)).Keys)
        {
            if (AnnealingIngredients.Names.TryGetValue(key.Name, out var known) && key.Property.GetValue(options) is string chosen && !known.Contains(chosen))
            {
                var elsewhere = key.Name == "relevance" ? " What an earlier job learned has a key of its own: relevance, beside annealing." : string.Empty;
                _problems.Add(new Problem($"annealing.{key.Name}", $"annealing.{key.Name}: there is no '{chosen}', only {string.Join(", ", known)}", Nearest.Remedy(chosen, known) + elsewhere));
            }
        }
    }

    private void CheckCluster(ClusterSpec cluster)
    {
        switch (cluster)
        {
            case CommandClusterSpec { Command.IsEmpty: true }:
                _problems.Add(new Problem("cluster.command", "a command cluster needs its command", "Write command: [program, argument, …], the evaluator that answers JSON lines."));
                break;
            case RemoteClusterSpec { BootstrapServers.IsEmpty: true }:
                _problems.Add(new Problem("cluster.bootstrapServers", "a remote cluster needs its bootstrap servers", "Write bootstrapServers: [host:9092]."));
                break;
        }
    }
}
