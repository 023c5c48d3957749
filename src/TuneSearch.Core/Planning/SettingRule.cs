using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Planning;

/// <summary>What the planner has to know of a setting.</summary>
/// <param name="Name">As the broker, the JVM, the kernel or the hook calls it.</param>
/// <param name="Default">What counts where no place has a value; null where that is not known (kernel, hook).</param>
public sealed record SettingRule(string Name, ParameterScope Scope, UpdateMode UpdateMode, string? Default)
{
    /// <summary>Whether a dynamic change may at most double and must at least halve it.</summary>
    public bool IsPool { get; init; }

    /// <summary>The broker setting that counts for a topic without a value of its own.</summary>
    public string? BrokerSynonym { get; init; }
}
