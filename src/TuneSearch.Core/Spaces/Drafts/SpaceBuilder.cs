using TuneSearch.Core.Expressions;
using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Makes a search space from its draft, or says everything that is wrong with it.</summary>
/// <remarks>
/// The places of problems are paths: «parameters[3].default», «constraints[0]:14» (column 14 of the text); whoever read the draft
/// from a file turns them into lines.
/// </remarks>
public sealed class SpaceBuilder(IParameterCatalogue catalogue, bool allowDurabilityChanges = false)
{
    public Checked<SearchSpace> Build(SpaceDraft draft)
    {
        var problems = new List<Problem>();
        if (draft.Parameters.IsEmpty)
        {
            problems.Add(new Problem("parameters", $"{draft.Name}: a search space needs at least one parameter", "List them under parameters:."));
        }

        CheckCatalogue(draft, problems);
        var parameters = Parameters(draft, problems);
        if (problems.Count == 0 && parameters.All(p => p.IsFrozen))
        {
            problems.Add(new Problem("parameters", $"{draft.Name}: every parameter is frozen, so there is nothing to search", "Leave frozen: true away from at least one parameter."));
        }

        // Names of broken parameters are known all the same, so that an error is not followed by others that it made.
        var scope = ScopeOf(draft, parameters);
        var conditioned = Conditions(draft, parameters, scope, problems);
        var constraints = Constraints(draft, scope, problems);
        var sorted = ParameterOrder.Sort(conditioned, out var cycle);
        if (!cycle.IsEmpty)
        {
            var index = IndexOf(draft, cycle[0]);
            problems.Add(new Problem(
                $"parameters[{index}].when",
                $"{cycle[0]}: its condition waits for itself: {string.Join(" → ", cycle)}",
                "Take one of these conditions away, so that one parameter stands first."));
        }

        if (problems.Count > 0)
        {
            return new Checked<SearchSpace>(null, [.. problems]);
        }

        var space = new SearchSpace(draft.Name, sorted, constraints.Select(c => c.Constraint)) { Catalogue = draft.Use };
        problems.AddRange(new SpaceLaws(space).Check(constraints.Select(c => c.Path).ToArray(), name => $"parameters[{IndexOf(draft, name)}]"));
        return new Checked<SearchSpace>(problems.Count == 0 ? space : null, [.. problems]);
    }

    private void CheckCatalogue(SpaceDraft draft, List<Problem> problems)
    {
        if (draft.Use is { } use && !IsKnown(use))
        {
            var family = use[..(use.IndexOf('/', StringComparison.Ordinal) + 1)];
            string[] versions = [.. catalogue.Names.Where(name => family.Length > 0 && name.StartsWith(family, StringComparison.Ordinal))];
            var remedy = catalogue.Names.IsEmpty ? "No catalogue is at hand here: describe the parameters in the space."
                : versions.Length > 1 ? $"Write one from {versions[0]} to {versions[^1]}."
                : Nearest.Remedy(use, catalogue.Names);
            problems.Add(new Problem("use", $"{draft.Name}: there is no catalogue '{use}'", remedy));
        }
    }

    private bool IsKnown(string use) => catalogue.Names.Contains(use) || !catalogue.ParametersOf(use).IsDefaultOrEmpty;

    private List<Parameter> Parameters(SpaceDraft draft, List<Problem> problems)
    {
        var built = new List<Parameter>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < draft.Parameters.Length; i++)
        {
            var parameter = draft.Parameters[i];
            var list = new ProblemList($"parameters[{i}]", parameter.Name.Length == 0 ? $"parameter {i + 1}" : parameter.Name);
            if (parameter.Name.Length == 0)
            {
                list.Add("name", "it has no name", "Write name: with the setting's name.");
            }
            else if (!seen.Add(parameter.Name))
            {
                list.Add("name", "the name is taken by an earlier parameter", "Rename or remove one of the two.");
            }
            else if (Entry(draft, parameter, list, out var entry) && ParameterBuilder.Build(parameter, entry, allowDurabilityChanges, list) is { } made)
            {
                built.Add(made);
            }

            problems.AddRange(list);
        }

        return built;
    }

    // A name that its catalogue lacks is an error only where the space does not describe it itself; where the catalogue itself is unknown, that says enough.
    private bool Entry(SpaceDraft draft, ParameterDraft parameter, ProblemList problems, out CatalogueEntry? entry)
    {
        entry = draft.Use is { } use ? catalogue.Find(use, parameter.Name, parameter.Scope) : null;
        if (entry is not null || draft.Use is not { } used || parameter is not { Range: null, Values: null, Type: null })
        {
            return true;
        }

        if (!IsKnown(used))
        {
            return false;
        }

        if (parameter.Default is not null)
        {
            return true;
        }

        var known = catalogue.ParametersOf(used);
        var remedy = Nearest.To(parameter.Name, known) is { } near ? $"Did you mean '{near}'?" : $"Describe it with a range or values; the catalogue's {known.Length} names are listed by 'tunesearch catalogue'.";
        problems.Add("name", $"catalogue {used} does not know it", remedy);
        return false;
    }

    private static ExpressionScope ScopeOf(SpaceDraft draft, List<Parameter> parameters)
    {
        var symbols = parameters.Select(p => Symbol.Of(p.Name, p.Domain, p.Unit))
            .Concat(draft.Parameters.Select(p => new Symbol(p.Name, ExpressionType.Any)));
        return new ExpressionScope(symbols);
    }

    private List<Parameter> Conditions(SpaceDraft draft, List<Parameter> parameters, ExpressionScope scope, List<Problem> problems)
    {
        var conditioned = new List<Parameter>();
        foreach (var parameter in parameters)
        {
            var index = IndexOf(draft, parameter.Name);
            var written = draft.Parameters[index].When;
            var inherited = draft.Use is { } use ? catalogue.Find(use, parameter.Name, draft.Parameters[index].Scope)?.Template.ActiveWhen?.Text : null;
            var text = written ?? inherited;
            if (text is null)
            {
                conditioned.Add(parameter);
                continue;
            }

            var parsed = ExpressionParser.Parse(text, scope, ExpressionType.Boolean);
            if (written is not null)
            {
                var path = $"parameters[{index}].when";
                problems.AddRange(parsed.Errors.Select(error => new Problem($"{path}:{error.Column}", $"{parameter.Name}: condition '{text}': {error.Message}", error.Remedy)));
                if (parsed.IsValid && parsed.Expression.Names.Count == 0)
                {
                    problems.Add(new Problem(path, $"{parameter.Name}: condition '{text}' names no parameter, so it never changes", "Name the parameter that it depends on, or remove the condition."));
                }
            }

            conditioned.Add(parsed.IsValid ? parameter with { ActiveWhen = new Condition(text, parsed.Expression) } : parameter);
        }

        return conditioned;
    }

    private List<(string Path, Constraint Constraint)> Constraints(SpaceDraft draft, ExpressionScope scope, List<Problem> problems)
    {
        var constraints = new List<(string Path, Constraint Constraint)>();
        for (var i = 0; i < draft.Constraints.Length; i++)
        {
            var text = draft.Constraints[i];
            var parsed = ExpressionParser.Parse(text, scope, ExpressionType.Boolean);
            problems.AddRange(parsed.Errors.Select(error => new Problem($"constraints[{i}]:{error.Column}", $"constraint '{text}': {error.Message}", error.Remedy)));
            if (parsed.IsValid && parsed.Expression.Names.Count == 0)
            {
                problems.Add(new Problem($"constraints[{i}]", $"constraint '{text}': it names no parameter", "Name the parameters that it is about, or remove it."));
            }

            if (parsed.IsValid)
            {
                constraints.Add(($"constraints[{i}]", new Constraint(text, parsed.Expression)));
            }
        }

        foreach (var text in draft.Use is { } use ? catalogue.ConstraintsOf(use) : [])
        {
            if (ExpressionParser.Parse(text, scope, ExpressionType.Boolean) is { IsValid: true } parsed && draft.Constraints.IndexOf(text) < 0)
            {
                constraints.Add(("use", new Constraint(text, parsed.Expression)));
            }
        }

        return constraints;
    }

    private static int IndexOf(SpaceDraft draft, string name) => draft.Parameters.Select(p => p.Name).ToList().IndexOf(name);
}
