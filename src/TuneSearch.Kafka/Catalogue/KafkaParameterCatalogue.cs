using System.Collections.Immutable;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>The Kafka catalogue as search spaces use it: <c>use: kafka/3.9</c>.</summary>
/// <remarks>A name may be written with its scope before it («topic.compression.type»), where a space has one name in two scopes.</remarks>
public sealed class KafkaParameterCatalogue : IParameterCatalogue
{
    private const string Prefix = "kafka/";

    private static readonly (ParameterScope Scope, string Prefix)[] Scopes =
    [
        (ParameterScope.Broker, "broker."), (ParameterScope.Topic, "topic."), (ParameterScope.Producer, "producer."),
        (ParameterScope.Consumer, "consumer."), (ParameterScope.Jvm, "jvm."),
    ];

    public ImmutableArray<string> Names { get; } = [.. CatalogueReader.Lines.Select(v => Prefix + v)];

    public ImmutableArray<string> ParametersOf(string catalogue) =>
        Read(catalogue) is { } known ? [.. known.Entries.Select(e => e.Name).Distinct()] : [];

    public CatalogueEntry? Find(string catalogue, string parameter, ParameterScope? scope)
    {
        if (Read(catalogue) is not { } known)
        {
            return null;
        }

        if (known.FindAll(parameter).FirstOrDefault(e => scope is null || e.Scope == scope) is { } plain)
        {
            return Entry(known, plain, parameter, string.Empty);
        }

        var qualified = Scopes.FirstOrDefault(s => parameter.StartsWith(s.Prefix, StringComparison.Ordinal) && (scope is null || scope == s.Scope));
        return qualified.Prefix is { } before && known.Find(qualified.Scope, parameter[before.Length..]) is { } entry
            ? Entry(known, entry, parameter, before)
            : null;
    }

    public ImmutableArray<string> ConstraintsOf(string catalogue) =>
        Read(catalogue) is { } known ? [.. known.Laws.Select(l => l.Text)] : [];

    /// <summary>The catalogue of that name, or null.</summary>
    internal KafkaCatalogue? Read(string catalogue) =>
        catalogue.StartsWith(Prefix, StringComparison.Ordinal) && KafkaVersion.TryParseRelease(catalogue[Prefix.Length..], out var version) && Names.Contains(Prefix + version)
            ? CatalogueReader.Read(version)
            : null;

    private static CatalogueEntry Entry(KafkaCatalogue known, KafkaSetting setting, string name, string prefix) => new(
        new Parameter(name, setting.Scope, setting.Search ?? WidestDomain(setting), setting.Default)
        {
            ActiveWhen = ConditionOf(known, setting, prefix),
            UpdateMode = setting.UpdateMode,
            IsFrozen = setting.Search is null || (setting.FrozenBecause is not null && !setting.IsDurability),
            Unit = setting.Unit,
            Description = setting.Meaning,
        },
        setting.IsDurability,
        setting.Limits.Minimum,
        setting.Limits.Maximum);

    private static Condition? ConditionOf(KafkaCatalogue known, KafkaSetting setting, string prefix)
    {
        if (setting.When is not { } when)
        {
            return null;
        }

        // Every condition begins with the name it reads (a test holds the data to it), so that the scope goes before the whole.
        var text = prefix + when;
        var scope = new ExpressionScope(known.Entries.Where(e => e.Scope == setting.Scope).Select(e => Symbol.Of(prefix + e.Name, e.Search ?? WidestDomain(e), e.Unit)));
        return ExpressionParser.Parse(text, scope, ExpressionType.Boolean) is { IsValid: true, Expression: { } predicate } ? new Condition(text, predicate) : null;
    }

    /// <summary>What is kept at its default still needs a domain that has it.</summary>
    private static Domain WidestDomain(KafkaSetting setting) => setting.Type switch
    {
        SettingType.Boolean => new BooleanDomain(),
        SettingType.Categorical => new CategoricalDomain(setting.Limits.Values),
        SettingType.Integer => new IntegerDomain(Whole(setting.Limits.Minimum, long.MinValue), Whole(setting.Limits.Maximum, long.MaxValue), Special: setting.Limits.Special),
        _ => new RealDomain(setting.Limits.Minimum ?? double.MinValue, setting.Limits.Maximum ?? double.MaxValue, Special: setting.Limits.Special),
    };

    private static long Whole(double? limit, long without) => limit is { } value ? (long)value : without;
}
