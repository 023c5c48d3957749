using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Native;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>Uses an existing cluster by its bootstrap servers (docs/configuration.md, «remote»).</summary>
/// <param name="dataDirectory">Where it is kept what has to be put back.</param>
public sealed class RemoteClusterDriver(TimeProvider time, string dataDirectory, LoadOptions? load = null) : IClusterDriver, IClusterRecovery
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public string Name => "remote";

    public ImmutableArray<Problem> Check(JobSpec job) => [.. RemoteRules.Check(job, (RemoteClusterSpec)job.Cluster, Environment.GetEnvironmentVariable)];

    /// <exception cref="ClusterUnavailableException">The cluster cannot be reached, or another process works with it.</exception>
    public async Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        Librdkafka.EnsureLoaded();
        var spec = (RemoteClusterSpec)job.Cluster;
        try
        {
            var connection = await RemoteConnection.OpenAsync(spec, dataDirectory, job.Folder, time, cancellationToken);
            var telemetry = new TelemetryRecorder(
                ImmutableSortedDictionary<string, string>.Empty, time, new PrometheusScraper(spec.Prometheus, Http), ObjectiveNames.Of(job));
            var mapper = new ClientSettingsMapper(new CatalogueClientNames(connection.Catalogue));
            var episodes = new ClusterEpisodes(
                job, new LoadEngine(time, load ?? new LoadOptions()), mapper, telemetry, new HookWatch(spec.Hooks, HookAllowance.Of(job, spec.Hooks), job.Objective, job.Baseline), new HookRunner(connection.Folder, job.Folder, time), connection.NamePrefix);
            return new RemoteCluster(job, connection.Catalogue, connection, episodes, time);
        }
        catch (Exception error) when (error is ClusterFaultException or SettingRefusedException or BrokerDiedException)
        {
            throw new ClusterUnavailableException($"The cluster at {string.Join(',', spec.BootstrapServers)} cannot be used: {error.Message}", error);
        }
    }

    public async Task<IReadOnlyList<string>> RecoverAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var folder in RemoteConnection.Unfinished(dataDirectory).ToList())
        {
            try
            {
                using var connection = await RemoteConnection.TryReopenAsync(folder, time, cancellationToken);
                if (connection is not null)
                {
                    lines.Add($"the cluster at {connection.BootstrapServers} is as it was found again");
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever it is (a password that is no longer in the environment, a certificate or a note that cannot be read): one cluster's trouble must not keep the daemon from its other jobs.
                lines.Add($"the cluster of '{folder}' is not as it was found: {error.Message.TrimEnd('.')}. It is tried again when a job uses it, and at the next start.");
            }
        }

        return lines;
    }
}
