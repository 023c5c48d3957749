using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Kafka.Export;

/// <summary>One setting of an answer.</summary>
/// <param name="Before">Null where it was not set: what is behind it counts.</param>
/// <param name="After">Null where it is to be set no more.</param>
public sealed record AnswerLine(Parameter Parameter, string? Before, string? After, Estimate? Effect)
{
    public string Setting => Parameter.SettingName;

    public bool NeedsRestart => Parameter.UpdateMode is UpdateMode.Restart or UpdateMode.Hook;

    /// <summary>What it is where nobody sets it; null where that depends on a Kafka version that is not known.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a dynamic change may at most double and must at least halve it.</summary>
    public bool IsPool { get; init; }
}
