using TuneSearch.Core.Spaces.Drafts;

namespace TuneSearch.Core.Spaces;

/// <summary>One thing that can be set.</summary>
public sealed record Parameter(string Name, ParameterScope Scope, Domain Domain, ParameterValue Default)
{
    /// <summary>Null where the parameter is always active.</summary>
    public Condition? ActiveWhen { get; init; }

    public UpdateMode UpdateMode { get; init; } = UpdateMode.Client;

    /// <summary>A frozen parameter keeps its default: it is known and applied, never searched.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The unit as a person writes it («ms», «bytes»); empty for none.</summary>
    public string Unit { get; init; } = string.Empty;

    public string Description { get; init; } = string.Empty;

    /// <summary>
    /// The setting's own name. A space that has one setting in two scopes writes its scope before it («topic.compression.type»),
    /// so that parameters have different names.
    /// </summary>
    public string SettingName => Scope switch
    {
        ParameterScope.Broker => After("broker."),
        ParameterScope.Topic => After("topic."),
        ParameterScope.Producer => After("producer."),
        ParameterScope.Consumer => After("consumer."),
        ParameterScope.Jvm => After("jvm."),
        _ => Name,
    };

    /// <summary>A written value as one of the parameter's, or the reason why it is none.</summary>
    public (ParameterValue? Value, string? Error) ValueOf(RawValue raw)
    {
        var (value, error) = new ValueReader(Unit).Of(raw, Domain);
        return value is { } read && !Domain.Contains(read) ? (null, $"{read} lies outside {Domain.Describe()}") : (value, error);
    }

    /// <summary>The value at <paramref name="unit"/>; the default where that is the same to as many digits, so that an untouched setting stays as it is.</summary>
    public ParameterValue FromUnit(double unit)
    {
        var value = Domain.FromUnit(unit);
        return !Domain.IsSpecial(Default) && value == Domain.FromUnit(Domain.ToUnit(Default)) ? Default : value;
    }

    private string After(string scope) => Name.StartsWith(scope, StringComparison.Ordinal) ? Name[scope.Length..] : Name;
}
