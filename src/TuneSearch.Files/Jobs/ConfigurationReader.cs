using System.Collections.Immutable;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Jobs;

/// <summary>A configuration from written values: a job's baseline, or one to be measured.</summary>
public static class ConfigurationReader
{
    /// <param name="subject">What the values belong to, for messages and paths: «baseline».</param>
    /// <param name="fallback">The values of parameters that are not written.</param>
    public static Checked<Configuration> Read(string subject, ImmutableSortedDictionary<string, RawValue> written, SearchSpace space, Configuration fallback)
    {
        var problems = new List<Problem>();
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var (name, raw) in written)
        {
            if (space.Find(name) is not { } parameter)
            {
                problems.Add(new Problem($"{subject}.{name}", $"{subject}: '{name}' is no parameter of the space {space.Name}", Nearest.Remedy(name, [.. space.Parameters.Select(p => p.Name)])));
                continue;
            }

            var (value, error) = parameter.ValueOf(raw);
            if (error is not null)
            {
                problems.Add(new Problem($"{subject}.{name}", $"{subject}: {name}: {error}", $"The parameter is {parameter.Domain.Describe()}: write one of these, or widen the space."));
            }
            else
            {
                values[name] = value!.Value;
            }
        }

        var configuration = space.Activate(name => values.TryGetValue(name, out var value) ? value : fallback.TryGet(name, out var other) ? other : space.Find(name)!.Default);
        foreach (var name in values.Keys.Where(name => !configuration.TryGet(name, out _)))
        {
            problems.Add(new Problem($"{subject}.{name}", $"{subject}: {name} is not active, because '{space.Find(name)!.ActiveWhen!.Text}' does not hold", "Remove it, or give values under which the condition holds."));
        }

        foreach (var parameter in space.Parameters.Where(p => p.IsFrozen && values.TryGetValue(p.Name, out var value) && value != p.Default))
        {
            problems.Add(new Problem($"{subject}.{parameter.Name}", $"{subject}: {parameter.Name} is frozen at {parameter.Default}", "Change its default in the space instead."));
        }

        if (values.Count > 0 && space.FirstBroken(configuration) is { } broken)
        {
            problems.Add(new Problem(subject, $"{subject} breaks constraint '{broken.Text}'", "Change its values, or the constraint: what runs today obeys every true law."));
        }

        return new Checked<Configuration>(configuration, [.. problems]);
    }
}
