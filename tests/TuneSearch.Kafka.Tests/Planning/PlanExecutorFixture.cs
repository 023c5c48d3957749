using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Planning;

/// <summary>An executor over scripted brokers, with a journal of its own.</summary>
public abstract class PlanExecutorFixture : IDisposable
{
    private static readonly KafkaCatalogue Catalogue = CatalogueReader.Read(new KafkaVersion(3, 9));
    private protected static readonly ClusterShape Shape = new(["1", "2"], []);

    /// <summary>Scripted brokers tell what holds, unless a test says otherwise.</summary>
    private protected static readonly ExecutorOptions AtOnce = new() { SettleTime = TimeSpan.Zero };

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-undo").FullName;
    private protected ScriptedBrokers Brokers { get; } = new(Shape, Catalogue)
    {
        State = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Broker("2"), "log.segment.bytes"), "268435456")),
    };

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string JournalPath => Path.Combine(_folder, "undo.json");

    /// <summary>A new executor each time, as after a start: all it knows is in the journal and on the brokers.</summary>
    private protected PlanExecutor Executor(ExecutorOptions? options = null, ClusterShape? shape = null, TimeProvider? clock = null, IClusterControl? control = null) =>
        new(control ?? Brokers, new UndoJournal(JournalPath), shape ?? Shape, [.. Catalogue.Entries.Select(SettingRules.Of)], options ?? AtOnce, clock ?? TimeProvider.System);

    private protected static WantedSetting[] Wanted(params (string Name, string Value)[] settings) =>
        [.. settings.Select(s => new WantedSetting(Rule(s.Name), s.Value))];

    private protected static SettingRule Rule(string name) =>
        SettingRules.Of(Catalogue.Find(ParameterScope.Broker, name) ?? Catalogue.Find(ParameterScope.Jvm, name)!);
}
