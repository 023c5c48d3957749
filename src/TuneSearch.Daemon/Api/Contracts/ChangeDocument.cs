using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <param name="Effect">What taking this one setting back would cost; null where it was not measured.</param>
public sealed record ChangeDocument(string Parameter, ParameterValue? Baseline, ParameterValue Tuned, double? Effect, double? Low, double? High)
{
    /// <summary>Where the setting belongs: «broker», «topic», «producer»…</summary>
    public string? Scope { get; init; }

    /// <summary>Whether brokers have to restart for it.</summary>
    public bool NeedsRestart { get; init; }

    public static ChangeDocument From(SettingChange change, SearchSpace space) =>
        new(change.Parameter, change.Baseline, change.Tuned, change.Effect?.Value, change.Effect?.Low, change.Effect?.High)
        {
            Scope = space.Find(change.Parameter)?.Scope.ToString().ToLowerInvariant(),
            NeedsRestart = space.Find(change.Parameter)?.UpdateMode is UpdateMode.Restart or UpdateMode.Hook,
        };
}
