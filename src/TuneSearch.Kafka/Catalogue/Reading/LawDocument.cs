namespace TuneSearch.Kafka.Catalogue.Reading;

internal sealed class LawDocument
{
    public string Law { get; set; } = string.Empty;

    public string Scope { get; set; } = string.Empty;

    public bool Hard { get; set; }

    public string Source { get; set; } = string.Empty;
}
