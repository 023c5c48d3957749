using System.Text.Json.Serialization;

using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>How the job stood after a trial had ended.</summary>
public sealed record ProgressPoint(int Trial, string Phase, double AtSeconds)
{
    /// <summary>The event of the job, counted from 1, after which it stood so.</summary>
    public long Version { get; init; }

    public double? BestObjective { get; init; }

    public double? BaselineObjective { get; init; }

    public double Temperature { get; init; }

    public double? Acceptance { get; init; }

    /// <summary>The configuration that the job would have answered then; for traces of a run, not sent.</summary>
    [JsonIgnore]
    public Configuration? Best { get; init; }
}
