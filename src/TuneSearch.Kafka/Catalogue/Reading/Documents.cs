namespace TuneSearch.Kafka.Catalogue.Reading;

/// <summary>A file of entries of one scope, as Kafka 2.4 has them.</summary>
internal sealed class ScopeDocument
{
    public string Scope { get; set; } = string.Empty;

    public List<EntryDocument> Entries { get; set; } = [];
}

/// <summary>A file of what one version changed.</summary>
internal sealed class DeltaDocument
{
    public string Version { get; set; } = string.Empty;

    public List<EntryDocument> Changes { get; set; } = [];
}

/// <summary>The file of laws.</summary>
internal sealed class LawsDocument
{
    public List<LawDocument> Laws { get; set; } = [];
}

internal sealed class LawDocument
{
    public string Law { get; set; } = string.Empty;

    public string Scope { get; set; } = string.Empty;

    public bool Hard { get; set; }

    public string Source { get; set; } = string.Empty;
}

/// <summary>The file of client names.</summary>
internal sealed class NamesDocument
{
    public List<NameDocument> Names { get; set; } = [];
}

internal sealed class NameDocument
{
    public string Scope { get; set; } = string.Empty;

    public string Librdkafka { get; set; } = string.Empty;

    public string? Java { get; set; }

    public double Factor { get; set; } = 1;

    public Dictionary<string, string> Values { get; set; } = [];

    public Dictionary<string, string> Default { get; set; } = [];

    public string Note { get; set; } = string.Empty;

    public string? Since { get; set; }
}
