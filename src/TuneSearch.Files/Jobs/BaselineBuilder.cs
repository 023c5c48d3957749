using System.Collections.Immutable;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Jobs;

/// <summary>The configuration that runs today: the space's defaults with the job's own values.</summary>
internal static class BaselineBuilder
{
    public static Configuration Build(ImmutableSortedDictionary<string, RawValue> written, SearchSpace space, List<Problem> problems)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var (name, raw) in written)
        {
            if (space.Find(name) is not { } parameter)
            {
                problems.Add(new Problem($"baseline.{name}", $"baseline: '{name}' is no parameter of the space {space.Name}", Nearest.Remedy(name, [.. space.Parameters.Select(p => p.Name)])));
                continue;
            }

            var (value, error) = parameter.ValueOf(raw);
            if (error is not null)
            {
                problems.Add(new Problem($"baseline.{name}", $"baseline: {name}: {error}", $"The parameter is {parameter.Domain.Describe()}: write one of these, or widen the space."));
            }
            else
            {
                values[name] = value!.Value;
            }
        }

        var baseline = space.Activate(name => values.TryGetValue(name, out var value) ? value : space.Find(name)!.Default);
        foreach (var name in values.Keys.Where(name => !baseline.TryGet(name, out _)))
        {
            problems.Add(new Problem($"baseline.{name}", $"baseline: {name} is not active, because '{space.Find(name)!.ActiveWhen!.Text}' does not hold", "Remove it, or give values under which the condition holds."));
        }

        foreach (var parameter in space.Parameters.Where(p => p.IsFrozen && values.TryGetValue(p.Name, out var value) && value != p.Default))
        {
            problems.Add(new Problem($"baseline.{parameter.Name}", $"baseline: {parameter.Name} is frozen at {parameter.Default}", "Change its default in the space instead."));
        }

        if (values.Count > 0 && space.FirstBroken(baseline) is { } broken)
        {
            problems.Add(new Problem("baseline", $"the baseline breaks constraint '{broken.Text}'", "Change its values, or the constraint: what runs today obeys every true law."));
        }

        return baseline;
    }
}
