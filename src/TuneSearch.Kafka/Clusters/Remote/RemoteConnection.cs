using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>A connection to an existing cluster, with the folder that keeps what has to be put back there.</summary>
internal sealed class RemoteConnection : IDisposable
{
    private const string SpecFile = "cluster.json";
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromMinutes(30);

    private RemoteConnection(BrokerAdmin admin, RemoteClusterSpec spec, ClusterShape shape, KafkaCatalogue catalogue, ImmutableSortedDictionary<string, string> client, string folder, string? jobFolder, TimeProvider clock)
    {
        Admin = admin;
        Shape = shape;
        Catalogue = catalogue;
        ClientSettings = client;
        Folder = folder;
        BootstrapServers = string.Join(',', spec.BootstrapServers);
        Brokers = new RemoteBrokers(admin, spec, shape.Brokers, new UserCommand(jobFolder, CommandTimeout, clock), new ValueMemory(Path.Combine(folder, "written.json")), clock);

        // Every known setting, not only the job's: what an earlier job left may be none of this one's.
        var rules = catalogue.Entries.Where(e => e.UpdateMode != UpdateMode.Client).Select(SettingRules.Of).ToImmutableArray();
        Executor = new PlanExecutor(Brokers, new UndoJournal(Path.Combine(folder, "undo.json")), shape, rules, new ExecutorOptions { HealthTimeout = TimeSpan.FromMinutes(5) }, clock);
    }

    public BrokerAdmin Admin { get; }

    /// <summary>Of this cluster, in the daemon's data directory.</summary>
    public string Folder { get; }

    public ClusterShape Shape { get; }

    public KafkaCatalogue Catalogue { get; }

    public string BootstrapServers { get; }

    public ImmutableSortedDictionary<string, string> ClientSettings { get; }

    public RemoteBrokers Brokers { get; }

    public PlanExecutor Executor { get; }

    /// <summary>The folders of clusters that were not put back.</summary>
    public static IEnumerable<string> Unfinished(string dataDirectory) =>
        Directory.Exists(FolderOf(dataDirectory))
            ? Directory.EnumerateDirectories(FolderOf(dataDirectory)).Where(f => File.Exists(Path.Combine(f, "undo.json")))
            : [];

    /// <summary>Connects, and first of all puts back what an earlier lease left changed.</summary>
    /// <exception cref="ClusterFaultException">The cluster cannot be reached, or not be put back.</exception>
    public static async Task<RemoteConnection> OpenAsync(RemoteClusterSpec spec, string dataDirectory, string? jobFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(FolderOf(dataDirectory), NameOf(spec));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, SpecFile), JsonSerializer.Serialize(new SavedCluster(spec, jobFolder)), cancellationToken);
        return await ConnectAsync(spec, folder, jobFolder, clock, cancellationToken);
    }

    /// <summary>Connects as a folder says, and puts the cluster back.</summary>
    public static async Task<RemoteConnection> ReopenAsync(string folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var saved = JsonSerializer.Deserialize<SavedCluster>(await File.ReadAllTextAsync(Path.Combine(folder, SpecFile), cancellationToken))!;
        return await ConnectAsync(saved.Spec, folder, saved.JobFolder, clock, cancellationToken);
    }

    public void Dispose() => Admin.Dispose();

    private static async Task<RemoteConnection> ConnectAsync(RemoteClusterSpec spec, string folder, string? jobFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var client = ClientSecrets.Expand(spec.Client, Environment.GetEnvironmentVariable);
        var admin = BrokerAdmin.Connect(string.Join(',', spec.BootstrapServers), client, RequestTimeout);
        try
        {
            var health = await admin.ReadHealthAsync(RequestTimeout, cancellationToken);
            var catalogue = CatalogueReader.Read(BrokerVersion.Of(await admin.DescribeAsync(health.Brokers[0], cancellationToken)));
            var shape = new ClusterShape([.. health.Brokers], []) { WritesClusterDefault = false };
            var connection = new RemoteConnection(admin, spec, shape, catalogue, client, folder, jobFolder, clock);
            await connection.Executor.RestoreAsync(cancellationToken);
            return connection;
        }
        catch
        {
            admin.Dispose();
            throw;
        }
    }

    private static string FolderOf(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "remote");

    private static string NameOf(RemoteClusterSpec spec) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', spec.BootstrapServers.Order(StringComparer.Ordinal)))))[..16];

    /// <summary>What finds the cluster again; connection settings keep their ${NAME} unread.</summary>
    private sealed record SavedCluster(RemoteClusterSpec Spec, string? JobFolder);
}
