using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Clusters.Embedded;

/// <summary>Opens librdkafka's own mock cluster in this process, and puts real load on it over loopback sockets.</summary>
public sealed class EmbeddedClusterDriver(TimeProvider time, LoadOptions options) : IClusterDriver
{
    public EmbeddedClusterDriver(TimeProvider time)
        : this(time, new LoadOptions())
    {
    }

    /// <summary>The mock brokers are of no Kafka version; the newest one's catalogue knows most names.</summary>
    private static IClientSettingNames Names => new CatalogueClientNames(CatalogueReader.Read(CatalogueReader.Versions[^1]));

    public string Name => "embedded";

    public ImmutableArray<Problem> Check(JobSpec job) =>
        [.. EmbeddedRules.Check(job, Names), .. OfClient(job)];

    public async Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        var spec = (EmbeddedClusterSpec)job.Cluster;
        var brokers = MockCluster.Start(spec.Brokers, spec.RoundTripTime);
        var engine = new LoadEngine(time, options);
        try
        {
            if (options.BurnIn > TimeSpan.Zero)
            {
                await engine.RunAsync(MockTarget.Of(brokers, job.Space), BurnIn.For(options.BurnIn), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            brokers.Dispose();
            throw;
        }

        return new EmbeddedCluster(job, brokers, new ClientSettingsMapper(Names), engine, ordinal);
    }

    /// <summary>A name that librdkafka does not know would make every trial infeasible; it is said before the first.</summary>
    private static IEnumerable<Problem> OfClient(JobSpec job)
    {
        if (!Librdkafka.IsAvailable)
        {
            yield return Librdkafka.Problem;
        }
        else if (ClientProbe.Refusal(MockTarget.Nowhere, new ClientSettingsMapper(Names).Map(job.Space, job.Baseline)) is { } refusal)
        {
            yield return new Problem("space", $"the baseline cannot run: {refusal.Reason}", "Correct the parameter that is named; librdkafka's CONFIGURATION.md lists them all.");
        }
    }
}
