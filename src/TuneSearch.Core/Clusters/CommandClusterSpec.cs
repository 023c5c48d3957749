using System.Collections.Immutable;

namespace TuneSearch.Core.Clusters;

/// <summary>The user's own evaluator, a program that speaks one JSON line each way.</summary>
public sealed record CommandClusterSpec : ClusterSpec
{
    public override string Driver => "command";

    /// <summary>Program and arguments; started without a shell.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Where it starts; the job file's folder by default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The longest an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
