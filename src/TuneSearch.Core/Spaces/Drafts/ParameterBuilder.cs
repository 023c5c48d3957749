namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Makes one parameter, its condition aside, from its draft and what a catalogue knows of it.</summary>
internal static class ParameterBuilder
{
    public static Parameter? Build(ParameterDraft draft, CatalogueEntry? entry, bool allowDurabilityChanges, ProblemList problems)
    {
        var template = entry?.Template;
        var unit = Unit(draft, template);
        var reader = new ValueReader(unit);
        var domain = new DomainBuilder(draft, entry, reader, problems).Build();
        if (domain is null || Default(draft, template, domain, reader, problems) is not { } initial)
        {
            return null;
        }

        var isLocked = entry is { IsDurability: true } && !allowDurabilityChanges;
        if (isLocked && draft.Frozen == false)
        {
            problems.Add("frozen", "it decides what is lost when machines fail, so it stays frozen", "Write allowDurabilityChanges: true in the job, or remove frozen: false.");
        }

        var scope = draft.Scope ?? template?.Scope ?? ParameterScope.Custom;
        return new Parameter(draft.Name, scope, domain, initial)
        {
            UpdateMode = draft.UpdateMode ?? template?.UpdateMode ?? UpdateModeOf(scope),
            IsFrozen = isLocked || (draft.Frozen ?? template?.IsFrozen ?? false),
            Unit = unit,
            Description = draft.Description ?? template?.Description ?? string.Empty,
        };
    }

    private static string Unit(ParameterDraft draft, Parameter? template) =>
        draft.Unit ?? (template is { Unit.Length: > 0 } ? template.Unit : Quantities.Unit.OfName(draft.Name) ?? string.Empty);

    private static ParameterValue? Default(ParameterDraft draft, Parameter? template, Domain domain, ValueReader reader, ProblemList problems)
    {
        if (draft.Default is not { } raw)
        {
            return template is null ? Middle(domain) : Inherited(template.Default, domain, problems);
        }

        var (value, error) = reader.Of(raw, domain);
        if (error is not null)
        {
            problems.Add("default", $"default {error}", $"The parameter is {domain.Describe()}: write one of these.");
            return null;
        }

        return Inside(value!.Value, "default", domain, problems);
    }

    private static ParameterValue? Inherited(ParameterValue value, Domain domain, ProblemList problems) =>
        domain is RealDomain && value.Kind == ParameterValueKind.Integer
            ? Inside(ParameterValue.Real(value.AsNumber()), string.Empty, domain, problems)
            : Inside(value, string.Empty, domain, problems);

    private static ParameterValue? Inside(ParameterValue value, string key, Domain domain, ProblemList problems)
    {
        if (domain.Contains(value))
        {
            return value;
        }

        problems.Add(key, $"default {value} lies outside {domain.Describe()}", key.Length == 0 ? "Write a default inside, or widen the range: the catalogue's default is what runs where nothing is set." : "Choose a default inside, or widen what the parameter may be.");
        return null;
    }

    private static ParameterValue Middle(Domain domain) => domain switch
    {
        CategoricalDomain d => d.Values[0],
        BooleanDomain => ParameterValue.Boolean(false),
        _ => domain.FromUnit(0.5),
    };

    private static UpdateMode UpdateModeOf(ParameterScope scope) => scope switch
    {
        ParameterScope.Broker or ParameterScope.Jvm => UpdateMode.Restart,
        ParameterScope.Topic => UpdateMode.Topic,
        ParameterScope.Os => UpdateMode.Sysctl,
        ParameterScope.Infra => UpdateMode.Hook,
        _ => UpdateMode.Client,
    };
}
