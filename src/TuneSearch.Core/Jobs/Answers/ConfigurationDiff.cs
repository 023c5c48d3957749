using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Answers;

/// <summary>What differs between the baseline and a tuned configuration, and what lies between the two.</summary>
public static class ConfigurationDiff
{
    /// <summary>The settings of <paramref name="tuned"/> that the baseline has not, in the order of the space.</summary>
    public static ImmutableArray<SettingChange> Changes(SearchSpace space, Configuration baseline, Configuration tuned)
    {
        var changes = ImmutableArray.CreateBuilder<SettingChange>();
        foreach (var parameter in space.Parameters)
        {
            if (!tuned.TryGet(parameter.Name, out var value))
            {
                continue;
            }

            ParameterValue? was = baseline.TryGet(parameter.Name, out var before) ? before : null;
            if (was != value)
            {
                changes.Add(new SettingChange(parameter.Name, was, value));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary><paramref name="tuned"/> with the named parameters back at the baseline's value, or at their default where the baseline has none.</summary>
    internal static Configuration Revert(SearchSpace space, Configuration baseline, Configuration tuned, IReadOnlySet<string> names) =>
        space.Activate(name =>
            !names.Contains(name) && tuned.TryGet(name, out var kept) ? kept
            : baseline.TryGet(name, out var before) ? before
            : space.Find(name)!.Default);
}
