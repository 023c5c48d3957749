using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Records;

namespace TuneSearch.Files.Jobs;

/// <summary>A job as its file writes it.</summary>
internal sealed record JobFile
{
    /// <summary>The file's name without its ending, by default.</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>The search space: a path, or the space itself.</summary>
    public FileOr<SpaceDraft>? Space { get; init; }

    /// <summary>What an earlier job learned of the same parameters: a path, or the relevance itself.</summary>
    public FileOr<Relevance>? Relevance { get; init; }

    public ClusterSpec Cluster { get; init; } = new EmbeddedClusterSpec();

    /// <summary>Paths of profiles, or profiles themselves.</summary>
    public ImmutableArray<FileOr<Profile>> Profiles { get; init; } = [];

    public MixtureFile Mixture { get; init; } = new();

    public ObjectiveFile Objective { get; init; } = new();

    /// <summary>What runs today where that is not the space's defaults.</summary>
    public ImmutableSortedDictionary<string, RawValue> Baseline { get; init; } = ImmutableSortedDictionary<string, RawValue>.Empty;

    public AnnealingOptions Annealing { get; init; } = new();

    public Budget Budget { get; init; } = new();

    public Verification Verification { get; init; } = Verification.Gate;

    public bool AllowDurabilityChanges { get; init; }
}
