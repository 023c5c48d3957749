namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>The file of client names.</summary>
internal sealed class NamesDocument
{
    public List<NameDocument> Names { get; set; } = [];
}
