using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs;

/// <summary>A validated search job: everything that was in its file and the files it names.</summary>
public sealed record JobSpec(string Name, ulong Seed, SearchSpace Space, ClusterSpec Cluster, ObjectiveSpec Objective)
{
    /// <summary>The configuration that runs today; the space's defaults unless the job gives values.</summary>
    public Configuration Baseline { get; init; } = Space.Defaults;

    public ImmutableArray<Profile> Profiles { get; init; } = [new Profile("default")];

    public MixtureSpec Mixture { get; init; } = new();

    public AnnealingOptions Annealing { get; init; } = new();

    /// <summary>What an earlier job learned of the same parameters; null where none is named.</summary>
    public Relevance? Relevance { get; init; }

    public Budget Budget { get; init; } = new();

    public Verification Verification { get; init; } = Verification.Gate;

    public bool AllowDurabilityChanges { get; init; }

    /// <summary>The folder of the job file; relative paths of the cluster's settings start there.</summary>
    public string? Folder { get; init; }

    /// <summary>A new drawer of the job's episodes; the same job draws the same ones.</summary>
    public MixtureSampler Episodes() => new(Profiles.Select(profile => profile.Name), Mixture, Seed);
}
