using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Load;

/// <summary>One episode to be run.</summary>
/// <param name="Profiles">At least those that the episode's weights name.</param>
/// <param name="Name">Begins the names of topics and groups; unique among the runs on the cluster.</param>
public sealed record LoadRequest(Episode Episode, ImmutableArray<Profile> Profiles, ClientSettings Settings, string Name);
