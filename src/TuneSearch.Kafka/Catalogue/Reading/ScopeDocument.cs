namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>A file of entries of one scope, as Kafka 2.4 has them.</summary>
internal sealed class ScopeDocument
{
    public string Scope { get; set; } = string.Empty;

    public List<EntryDocument> Entries { get; set; } = [];
}
