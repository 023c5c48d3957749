using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <param name="Effect">What taking this one setting back would cost; null where it was not measured.</param>
public sealed record ChangeDocument(string Parameter, ParameterValue? Baseline, ParameterValue Tuned, double? Effect, double? Low, double? High)
{
    public static ChangeDocument From(SettingChange change) =>
        new(change.Parameter, change.Baseline, change.Tuned, change.Effect?.Value, change.Effect?.Low, change.Effect?.High);
}
