using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue.Reading;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>Reads the catalogue's data files: entries as Kafka 2.4 has them, and what each later version changed, up to the one asked for.</summary>
public static class CatalogueReader
{
    private static readonly string[] ScopeFiles = ["broker", "topic", "producer", "consumer", "jvm", "os", "infra"];

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    private static readonly Lazy<ImmutableArray<DeltaDocument>> Deltas = new(ReadDeltas);

    private static readonly ConcurrentDictionary<KafkaVersion, KafkaCatalogue> Known = new();

    /// <summary>The versions whose changes are written down, oldest first. Versions between them are as the one before.</summary>
    public static ImmutableArray<KafkaVersion> Versions => [KafkaVersion.Oldest, .. Deltas.Value.Select(d => KafkaVersion.Parse(d.Version))];

    /// <summary>Every release line from the oldest known to the newest, also those that changed nothing here.</summary>
    public static IEnumerable<KafkaVersion> Lines
    {
        get
        {
            var newest = Versions[^1];
            for (var version = KafkaVersion.Oldest; version <= newest; version = NextAfter(version))
            {
                yield return version;
            }
        }
    }

    /// <summary>The catalogue of a version; a version newer than the newest known is read as that one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is older than 2.4.</exception>
    public static KafkaCatalogue Read(KafkaVersion version)
    {
        if (version < KafkaVersion.Oldest)
        {
            throw new ArgumentOutOfRangeException(nameof(version), $"Kafka {version} is older than {KafkaVersion.Oldest}, the oldest that the catalogue knows; upgrade the brokers or name parameters without 'use'.");
        }

        return Known.GetOrAdd(version, ReadFiles);
    }

    /// <summary>2.8 was followed by 3.0, and 3.9 by 4.0.</summary>
    private static KafkaVersion NextAfter(KafkaVersion version) => version switch
    {
        { Major: 2, Minor: 8 } => new KafkaVersion(3, 0),
        { Major: 3, Minor: 9 } => new KafkaVersion(4, 0),
        _ => version with { Minor = version.Minor + 1 },
    };

    private static KafkaCatalogue ReadFiles(KafkaVersion version)
    {
        var entries = new List<(EntryDocument Document, KafkaVersion Since)>();
        foreach (var file in ScopeFiles)
        {
            var scope = ReadFile<ScopeDocument>(file);
            entries.AddRange(scope.Entries.Select(entry => (Scoped(entry, scope.Scope), KafkaVersion.Oldest)));
        }

        foreach (var delta in Deltas.Value.Where(d => KafkaVersion.Parse(d.Version) <= version))
        {
            foreach (var change in delta.Changes)
            {
                Apply(entries, change, KafkaVersion.Parse(delta.Version));
            }
        }

        return new KafkaCatalogue(version, entries.Select(e => EntryBuilder.Build(e.Document, e.Since)), ReadLaws(), ReadNames());
    }

    private static EntryDocument Scoped(EntryDocument document, string scope)
    {
        document.Scope = scope;
        return document;
    }

    private static void Apply(List<(EntryDocument Document, KafkaVersion Since)> entries, EntryDocument change, KafkaVersion version)
    {
        var at = entries.FindIndex(e => e.Document.Scope == change.Scope && e.Document.Name == change.Name);
        if (at >= 0)
        {
            entries[at] = (entries[at].Document.With(change), entries[at].Since);
        }
        else
        {
            entries.Add((change, version));
        }
    }

    private static IEnumerable<CatalogueLaw> ReadLaws() => ReadFile<LawsDocument>("laws").Laws
        .Select(l => new CatalogueLaw(l.Law, Enum.Parse<ParameterScope>(l.Scope, ignoreCase: true), l.Hard, l.Source));

    private static IEnumerable<ClientName> ReadNames() => ReadFile<NamesDocument>("names").Names.Select(n => new ClientName(
        Enum.Parse<ParameterScope>(n.Scope, ignoreCase: true),
        n.Librdkafka,
        n.Java,
        n.Factor,
        n.Values.ToImmutableSortedDictionary(StringComparer.Ordinal),
        n.Note));

    private static ImmutableArray<DeltaDocument> ReadDeltas() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains(".Data.deltas.", StringComparison.Ordinal))
            .Select(ReadResource<DeltaDocument>)
            .OrderBy(delta => KafkaVersion.Parse(delta.Version)),
    ];

    private static T ReadFile<T>(string file) => ReadResource<T>($"TuneSearch.Kafka.Catalogue.Data.{file}.yaml");

    private static T ReadResource<T>(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"The catalogue file '{resource}' is not in the assembly; build the project again.");
        using var reader = new StreamReader(stream);
        try
        {
            return Yaml.Deserialize<T>(reader);
        }
        catch (YamlException error)
        {
            throw new FormatException($"{resource}:{error.Start.Line}:{error.Start.Column}: {error.InnerException?.Message ?? error.Message}", error);
        }
    }
}
