namespace TuneSearch.Kafka.Catalogue.Reading;

internal sealed class NameDocument
{
    public string Scope { get; set; } = string.Empty;

    public string Librdkafka { get; set; } = string.Empty;

    public string? Java { get; set; }

    public double Factor { get; set; } = 1;

    public Dictionary<string, string> Values { get; set; } = [];

    public string Note { get; set; } = string.Empty;

    public string? Since { get; set; }
}
