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
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Native;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>A connection to an existing cluster, with the folder that keeps what has to be put back there.</summary>
internal sealed class RemoteConnection : IDisposable
{
    private const string SpecFile = "cluster.json";
    private const string UndoFile = "undo.json";
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromMinutes(30);

    /// <summary>For a command of a killed process that is still at work.</summary>
    private static readonly TimeSpan LeftoverPatience = TimeSpan.FromMinutes(1);

    private RemoteConnection(BrokerAdmin admin, RemoteClusterSpec spec, ClusterShape shape, KafkaCatalogue catalogue, ImmutableSortedDictionary<string, string> client, string folder, string? jobFolder, TimeProvider clock)
    {
        Admin = admin;
        Shape = shape;
        Catalogue = catalogue;
        ClientSettings = client;
        Folder = folder;
        NamePrefix = LeaseNames.At(clock.GetUtcNow());
        BootstrapServers = string.Join(',', spec.BootstrapServers);
        Brokers = new RemoteBrokers(admin, spec, shape.Brokers, new UserCommand(jobFolder, CommandTimeout, clock, MarkIn(folder)), new ValueMemory(Path.Combine(folder, "written.json")), new PoolRecall(admin, SettingRules.Pools(catalogue), clock), clock);

        // Every known setting, not only the job's: what an earlier job left may be none of this one's.
        var rules = catalogue.Entries.Where(e => e.UpdateMode != UpdateMode.Client).Select(SettingRules.Of).ToImmutableArray();
        Executor = new PlanExecutor(Brokers, new UndoJournal(Path.Combine(folder, UndoFile)), shape, rules, new ExecutorOptions { HealthTimeout = TimeSpan.FromMinutes(5) }, clock);
    }

    public BrokerAdmin Admin { get; }

    /// <summary>Of this cluster, in the daemon's data directory.</summary>
    public string Folder { get; }

    public ClusterShape Shape { get; }

    public KafkaCatalogue Catalogue { get; }

    public string BootstrapServers { get; }

    public ImmutableSortedDictionary<string, string> ClientSettings { get; }

    public RemoteBrokers Brokers { get; }

    /// <summary>How topics and groups of this lease begin.</summary>
    public string NamePrefix { get; }

    public PlanExecutor Executor { get; }

    public required ClusterHold Hold { private get; init; }

    /// <summary>Of the cluster itself, by whatever addresses it is reached; null where it did not tell its id when it was looked at.</summary>
    public required ClusterHold? Whole { private get; init; }

    /// <summary>The folders of clusters that were not put back.</summary>
    public static IEnumerable<string> Unfinished(string dataDirectory) =>
        Directory.Exists(FolderOf(dataDirectory))
            ? Directory.EnumerateDirectories(FolderOf(dataDirectory)).Where(f => File.Exists(Path.Combine(f, UndoFile)) || !NamesIn(f).Left.IsEmpty)
            : [];

    /// <summary>To be called before the first topic of the lease is made.</summary>
    public void BeginNames() => NamesIn(Folder).Begin(NamePrefix);

    /// <summary>Puts the cluster's settings back and removes what was made on it, by this lease and by any that was killed.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await Executor.RestoreAsync(cancellationToken);
        var names = NamesIn(Folder);
        if (names.Left is { IsEmpty: false } left)
        {
            await Admin.RemoveAsync(name => LeaseNames.IsOf(left, name), cancellationToken);
            names.Clear();
        }
    }

    /// <summary>Connects, and first of all puts back what an earlier lease left changed.</summary>
    /// <exception cref="ClusterFaultException">The cluster cannot be reached, or not be put back, or another process works with it.</exception>
    public static async Task<RemoteConnection> OpenAsync(RemoteClusterSpec spec, string dataDirectory, string? jobFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(FolderOf(dataDirectory), NameOf(spec));
        if (Unfinished(dataDirectory).Contains(folder))
        {
            // By the commands of the job that changed it; this one's may do something else.
            (await ReopenAsync(ClusterHold.Take(folder), folder, clock, cancellationToken)).Dispose();
        }

        var hold = ClusterHold.Take(folder);
        return await UnderAsync(hold, () => ConnectAsync(hold, new SavedCluster(spec, jobFolder, null), folder, clock, cancellationToken));
    }

    /// <summary>Connects as a folder says, and puts the cluster back; null where another process works with that cluster.</summary>
    /// <exception cref="ClusterFaultException">The cluster cannot be reached, or not be put back.</exception>
    public static async Task<RemoteConnection?> TryReopenAsync(string folder, TimeProvider clock, CancellationToken cancellationToken) =>
        ClusterHold.TryTake(folder) is { } hold ? await ReopenAsync(hold, folder, clock, cancellationToken) : null;

    public void Dispose()
    {
        Admin.Dispose();
        Whole?.Dispose();
        Hold.Dispose();
    }

    private static Task<RemoteConnection> ReopenAsync(ClusterHold hold, string folder, TimeProvider clock, CancellationToken cancellationToken) => UnderAsync(hold, async () =>
    {
        Librdkafka.EnsureLoaded();
        await MarkIn(folder).AwaitLeftoverAsync(LeftoverPatience, clock, cancellationToken);
        var saved = JsonSerializer.Deserialize<SavedCluster>(await File.ReadAllTextAsync(Path.Combine(folder, SpecFile), cancellationToken))!;
        return await ConnectAsync(hold, saved, folder, clock, cancellationToken);
    });

    /// <summary>A connection lets go of the hold when it is closed; where there comes none to be, nobody else would.</summary>
    private static async Task<RemoteConnection> UnderAsync(ClusterHold? hold, Func<Task<RemoteConnection>> connect)
    {
        try
        {
            return await connect();
        }
        catch
        {
            hold?.Dispose();
            throw;
        }
    }

    /// <summary>Brokers that served before are counted on also where they do not serve now: putting back starts them again.</summary>
    private static async Task<RemoteConnection> ConnectAsync(ClusterHold hold, SavedCluster cluster, string folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var client = ClientSecrets.Expand(cluster.Spec.Client, Environment.GetEnvironmentVariable);
        var admin = BrokerAdmin.Connect(string.Join(',', cluster.Spec.BootstrapServers), client, RequestTimeout);
        try
        {
            var known = cluster.Known ?? await LookAsync(admin, cancellationToken);
            var whole = HoldWhole(folder, known.Id);
            return await UnderAsync(whole, async () =>
            {
                await SaveAsync(folder, cluster with { Known = known }, cancellationToken);
                var shape = new ClusterShape(known.Brokers, []) { WritesClusterDefault = false, HookSetsKernel = true };
                var connection = new RemoteConnection(admin, cluster.Spec, shape, CatalogueReader.Read(KafkaVersion.Parse(known.Version)), client, folder, cluster.JobFolder, clock) { Hold = hold, Whole = whole };
                await connection.RestoreAsync(cancellationToken);
                return connection;
            });
        }
        catch
        {
            admin.Dispose();
            throw;
        }
    }

    /// <summary>A new file replaces the old one whole: what a kill leaves must still find the cluster.</summary>
    private static async Task SaveAsync(string folder, SavedCluster cluster, CancellationToken cancellationToken)
    {
        var (file, draft) = (Path.Combine(folder, SpecFile), Path.Combine(folder, SpecFile + ".new"));
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(cluster), cancellationToken);
        File.Move(draft, file, overwrite: true);
    }

    private static async Task<KnownBrokers> LookAsync(BrokerAdmin admin, CancellationToken cancellationToken)
    {
        var health = await admin.ReadHealthAsync(RequestTimeout, cancellationToken);
        return new KnownBrokers([.. health.Brokers], BrokerVersion.Of(await admin.DescribeAsync(health.Brokers[0], cancellationToken)).ToString()) { Id = await admin.ReadIdAsync() };
    }

    /// <summary>
    /// Two jobs that reach one cluster by different addresses have a lease and notes each: what the first wrote would be what the second finds, and puts back when both have ended.
    /// </summary>
    private static ClusterHold? HoldWhole(string folder, string? id)
    {
        if (id is null)
        {
            return null;
        }

        var own = Path.Combine(Path.GetDirectoryName(folder)!, "ids", NameOf(id));
        PrivateFolder.Create(own);
        return ClusterHold.TryTake(own) ?? throw new ClusterFaultException("Another job works with this cluster under other addresses. Wait until it has ended, or name the same addresses in both: then they take turns.");
    }

    private static LeaseNames NamesIn(string folder) => new(Path.Combine(folder, "names"));

    private static CommandMark MarkIn(string folder) => new(Path.Combine(folder, "command"), new ProcessTable());

    private static string FolderOf(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "remote");

    private static string NameOf(RemoteClusterSpec spec) => NameOf(string.Join(',', spec.BootstrapServers.Order(StringComparer.Ordinal)));

    private static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>What finds the cluster again; connection settings keep their ${NAME} unread.</summary>
    /// <param name="Known">Null before the cluster was looked at.</param>
    private sealed record SavedCluster(RemoteClusterSpec Spec, string? JobFolder, KnownBrokers? Known);

    private sealed record KnownBrokers(ImmutableArray<string> Brokers, string Version)
    {
        /// <summary>The cluster's own; null in notes of a version that did not ask.</summary>
        public string? Id { get; init; }
    }
}
