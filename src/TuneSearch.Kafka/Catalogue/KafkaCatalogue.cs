using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>Every setting that matters, as one Kafka version has it.</summary>
public sealed class KafkaCatalogue
{
    private readonly ImmutableDictionary<(ParameterScope Scope, string Name), KafkaSetting> _byName;

    internal KafkaCatalogue(KafkaVersion version, IEnumerable<KafkaSetting> entries, IEnumerable<CatalogueLaw> laws, IEnumerable<ClientName> clientNames)
    {
        Version = version;
        Entries = [.. entries];
        Laws = [.. laws];
        ClientNames = [.. clientNames];
        _byName = Entries.ToImmutableDictionary(e => (e.Scope, e.Name));
    }

    public KafkaVersion Version { get; }

    public ImmutableArray<KafkaSetting> Entries { get; }

    public ImmutableArray<CatalogueLaw> Laws { get; }

    public ImmutableArray<ClientName> ClientNames { get; }

    public KafkaSetting? Find(ParameterScope scope, string name) => _byName.GetValueOrDefault((scope, name));

    /// <summary>Every entry of that name, whatever its scope.</summary>
    public ImmutableArray<KafkaSetting> FindAll(string name) => [.. Entries.Where(e => e.Name == name)];

    public ClientName? FindClientName(ParameterScope scope, string librdkafka) =>
        ClientNames.FirstOrDefault(n => n.Scope == scope && n.Librdkafka == librdkafka);
}
