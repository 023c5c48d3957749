namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>The suggested values as a file writes them: a range, a list, or an ordered list.</summary>
internal sealed class SearchDocument
{
    public List<double>? Range { get; set; }

    public string? Scale { get; set; }

    public long? Step { get; set; }

    public List<string>? Special { get; set; }

    public List<string>? Values { get; set; }

    public List<string>? Ordinal { get; set; }
}
