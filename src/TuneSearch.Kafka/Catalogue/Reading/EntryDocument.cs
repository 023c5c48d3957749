namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>An entry as its file writes it; keys left out of a delta keep what the version before had.</summary>
internal sealed class EntryDocument
{
    public string? Scope { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public string? Default { get; set; }

    public double? Min { get; set; }

    public double? Max { get; set; }

    public List<string>? Special { get; set; }

    public List<string>? Values { get; set; }

    public string? Mode { get; set; }

    public string? Unit { get; set; }

    public bool? Pool { get; set; }

    public SearchDocument? Search { get; set; }

    public string? Frozen { get; set; }

    public bool? Durability { get; set; }

    public string? When { get; set; }

    public string? Broker { get; set; }

    public string? Meaning { get; set; }

    public string? Source { get; set; }

    /// <summary>This entry with everything that <paramref name="change"/> says put over it.</summary>
    public EntryDocument With(EntryDocument change) => new()
    {
        Scope = Scope,
        Name = Name,
        Type = change.Type ?? Type,
        Default = change.Default ?? Default,
        Min = change.Min ?? Min,
        Max = change.Max ?? Max,
        Special = change.Special ?? Special,
        Values = change.Values ?? Values,
        Mode = change.Mode ?? Mode,
        Unit = change.Unit ?? Unit,
        Pool = change.Pool ?? Pool,
        Search = change.Search ?? Search,
        Frozen = change.Frozen ?? Frozen,
        Durability = change.Durability ?? Durability,
        When = change.When ?? When,
        Broker = change.Broker ?? Broker,
        Meaning = change.Meaning ?? Meaning,
        Source = change.Source ?? Source,
    };
}
