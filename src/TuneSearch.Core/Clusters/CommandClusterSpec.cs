using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Clusters;

/// <summary>The user's own evaluator, a program that speaks one JSON line each way.</summary>
public sealed record CommandClusterSpec : ClusterSpec
{
    public override string Driver => "command";

    [JsonIgnore]
    public override bool IsNoisy => Noisy;

    /// <summary>Whether it may answer otherwise when the same is asked again. Only the user knows; a trial must not be spent on finding out.</summary>
    public bool Noisy { get; init; }

    /// <summary>Program and arguments; started without a shell.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Where it starts; the job file's folder by default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The longest an answer may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "7.00:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
