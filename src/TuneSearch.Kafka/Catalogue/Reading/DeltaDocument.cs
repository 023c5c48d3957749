namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>A file of what one version changed.</summary>
internal sealed class DeltaDocument
{
    public string Version { get; set; } = string.Empty;

    public List<EntryDocument> Changes { get; set; } = [];
}
