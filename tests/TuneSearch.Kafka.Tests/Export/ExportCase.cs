using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Kafka.Tests.Export;

/// <summary>One answer with a change in every scope.</summary>
internal static class ExportCase
{
    private static readonly KafkaParameterCatalogue Catalogue = new();

    private static readonly (string Name, ParameterScope Scope, ParameterValue Tuned)[] Changes =
    [
        ("num.io.threads", ParameterScope.Broker, ParameterValue.Integer(40)),
        ("queued.max.requests", ParameterScope.Broker, ParameterValue.Integer(1200)),
        ("segment.bytes", ParameterScope.Topic, ParameterValue.Integer(268435456)),
        ("heap", ParameterScope.Jvm, ParameterValue.Integer(4096)),
        ("MaxGCPauseMillis", ParameterScope.Jvm, ParameterValue.Integer(50)),
        ("linger.ms", ParameterScope.Producer, ParameterValue.Real(12.5)),
        ("compression.type", ParameterScope.Producer, ParameterValue.Text("zstd")),
        ("compression.level", ParameterScope.Producer, ParameterValue.Integer(3)),
        ("queue.buffering.max.kbytes", ParameterScope.Producer, ParameterValue.Integer(65536)),
        ("batch.num.messages", ParameterScope.Producer, ParameterValue.Integer(500)),
        ("fetch.wait.max.ms", ParameterScope.Consumer, ParameterValue.Integer(50)),
        ("vm.swappiness", ParameterScope.Os, ParameterValue.Integer(1)),
    ];

    public static JobSpec Job { get; } = MakeJob();

    public static Answer Answer => Answer.Of(Job, Source);

    public static Answer Undo => Answer.Undo(Job, Source);

    private static JobAnswer Source
    {
        get
        {
            var tuned = Job.Space.Activate(name => Changes.FirstOrDefault(c => c.Name == name) is { Name: not null } change ? change.Tuned : name switch
            {
                "instance.type" => ParameterValue.Text("m6i.large"),
                "listener.name.internal.num.network.threads" => ParameterValue.Integer(5),
                _ => Job.Space.Find(name)!.Default,
            });
            return new JobAnswer(Verdict.Improved, tuned)
            {
                Objective = new Estimate(0.123, 0.081, 0.164),
                Changes =
                [
                    .. tuned.Values.Where(v => !Job.Baseline.TryGet(v.Key, out var before) || before != v.Value)
                        .Select(v => new SettingChange(v.Key, Job.Baseline.TryGet(v.Key, out var before) ? before : null, v.Value, new Estimate(0.031, 0.012, 0.05))),
                ],
                Notes = ["a note\nover two lines"],
            };
        }
    }

    private static JobSpec MakeJob()
    {
        var known = Changes.Select(c => Catalogue.Find("kafka/3.9", c.Name, c.Scope)!.Template);
        var instance = new Parameter("instance.type", ParameterScope.Infra, new CategoricalDomain([ParameterValue.Text("m5.large"), ParameterValue.Text("m6i.large")]), ParameterValue.Text("m5.large")) { UpdateMode = UpdateMode.Hook };
        var listener = new Parameter("listener.name.internal.num.network.threads", ParameterScope.Broker, new IntegerDomain(1, 16), ParameterValue.Integer(3)) { UpdateMode = UpdateMode.ClusterWide };
        var gc = Catalogue.Find("kafka/3.9", "gc", null)!.Template;
        return Tests.Clusters.Jobs.On(new ProcessClusterSpec(), [gc, .. known, instance, listener]);
    }
}
