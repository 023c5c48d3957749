using System.Globalization;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>Makes entries of documents. Pure.</summary>
internal static class EntryBuilder
{
    public static KafkaSetting Build(EntryDocument document, KafkaVersion since)
    {
        var type = Enum.Parse<SettingType>(Needed(document, document.Type, "type"), ignoreCase: true);
        var limits = new HardLimits(type, document.Min, document.Max, Values(document.Special, type), Values(document.Values, type));
        return new KafkaSetting(
            Enum.Parse<ParameterScope>(Needed(document, document.Scope, "scope"), ignoreCase: true),
            Needed(document, document.Name, "name"),
            type,
            ParseValue(Needed(document, document.Default, "default"), type),
            limits,
            Enum.Parse<UpdateMode>(Needed(document, document.Mode, "mode"), ignoreCase: true))
        {
            Search = document.Search is { } search ? BuildDomain(search, type) : null,
            IsPool = document.Pool ?? false,
            IsDurability = document.Durability ?? false,
            FrozenBecause = document.Frozen ?? (document.Durability is true ? "decides what survives a failure" : null),
            When = document.When,
            BrokerSynonym = document.Broker,
            Unit = document.Unit ?? string.Empty,
            Meaning = Needed(document, document.Meaning, "meaning"),
            Source = Needed(document, document.Source, "source"),
            Since = since,
        };
    }

    /// <summary>The value that a broker's or a file's text means for a setting of that type.</summary>
    public static ParameterValue ParseValue(string text, SettingType type) => type switch
    {
        SettingType.Integer => ParameterValue.Integer(long.Parse(text, CultureInfo.InvariantCulture)),
        SettingType.Real => ParameterValue.Real(double.Parse(text, CultureInfo.InvariantCulture)),
        SettingType.Boolean => ParameterValue.Boolean(bool.Parse(text)),
        _ => ParameterValue.Text(text),
    };

    private static Domain BuildDomain(SearchDocument search, SettingType type)
    {
        var scale = search.Scale is null ? Scale.Linear : Enum.Parse<Scale>(search.Scale, ignoreCase: true);
        var special = search.Special is null ? null : Values(search.Special, type);
        return (type, search) switch
        {
            (SettingType.Boolean, _) => new BooleanDomain(),
            (_, { Ordinal: { } ordered }) => new OrdinalDomain(Values(ordered, type)),
            (SettingType.Categorical, { Values: { } values }) => new CategoricalDomain(Values(values, type)),
            (SettingType.Integer, { Range: [var low, var high] }) => new IntegerDomain((long)low, (long)high, scale, search.Step ?? 1, special),
            (SettingType.Real, { Range: [var low, var high] }) => new RealDomain(low, high, scale, search.Step ?? 0, special),
            _ => throw new FormatException($"'search' fits no setting of type {type}; give a range of two numbers, values, or ordinal values."),
        };
    }

    private static ValueList Values(List<string>? texts, SettingType type) => ValueList.From((texts ?? []).Select(t => ParseValue(t, type)));

    private static string Needed(EntryDocument document, string? value, string key) =>
        value ?? throw new FormatException($"{document.Scope} '{document.Name}': the key '{key}' is missing; every entry states it once, in its base file or in the delta that adds it.");
}
