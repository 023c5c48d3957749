namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>The file of laws.</summary>
internal sealed class LawsDocument
{
    public List<LawDocument> Laws { get; set; } = [];
}
