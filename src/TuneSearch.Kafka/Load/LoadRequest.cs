using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Load;

/// <summary>One episode to be run.</summary>
/// <param name="Profiles">At least those that the episode's weights name.</param>
/// <param name="Name">Begins the names of topics and groups; unique among the runs on the cluster.</param>
public sealed record LoadRequest(Episode Episode, ImmutableArray<Profile> Profiles, ClientSettings Settings, string Name)
{
    /// <summary>What of the telemetry an objective, a limit or a gate reads: it stands among the metrics as well.</summary>
    public IReadOnlySet<string> InObjective { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Told of the measured window; null for nobody.</summary>
    internal IWindowObserver? Observer { get; init; }
}
