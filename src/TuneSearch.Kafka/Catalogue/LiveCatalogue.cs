using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Native;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>The catalogue of a live broker's version, and how the broker differs from it.</summary>
/// <param name="Broker">Its id.</param>
public sealed record LiveCatalogue(KafkaCatalogue Catalogue, string Broker, ImmutableArray<string> Differences)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="ClusterUnavailableException">No broker answers at that address.</exception>
    public static async Task<LiveCatalogue> ReadAsync(string bootstrapServers, IReadOnlyDictionary<string, string> client, CancellationToken cancellationToken)
    {
        Librdkafka.EnsureLoaded();
        using var admin = BrokerAdmin.Connect(bootstrapServers, client, Timeout);
        try
        {
            var broker = (await admin.ReadHealthAsync(Timeout, cancellationToken)).Brokers[0];
            var entries = await admin.DescribeAsync(broker, cancellationToken);
            var catalogue = CatalogueReader.Read(BrokerVersion.Of(entries));
            return new LiveCatalogue(catalogue, broker, CatalogueComparison.Differences(catalogue, entries));
        }
        catch (ClusterFaultException fault)
        {
            throw new ClusterUnavailableException($"No broker answers at {bootstrapServers}: {fault.Message}. Give an address that this machine reaches.", fault);
        }
    }
}
