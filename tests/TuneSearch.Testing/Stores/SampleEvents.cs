using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Testing.Stores;

/// <summary>Jobs and events with something in every place.</summary>
public static class SampleEvents
{
    private static readonly TimeSpan At = TimeSpan.FromSeconds(1.25);

    public static ImmutableArray<JobEvent> All { get; } =
    [
        new TrialStarted(At, Plan()),
        new TrialEnded(At, 1, new Measured([Measurement(), Measurement()]), 2, 3.5),
        new TrialEnded(At, 2, new Infeasible("the broker said «no»")),
        new TrialEnded(At, 3, new Invalid("saturated")),
        new TrialEnded(At, 4, new Faulted("line\nbreak")),
        new TrialEnded(At, 5, new Stopped([Measurement()], "hopeless")),
        new JobPaused(At),
        new JobResumed(At),
        new JobEnded(At, JobStatus.Done, null, Answer()),
        new JobEnded(At, JobStatus.Failed, "why"),
    ];

    public static StoredJob Job(string id, DateTimeOffset submittedAt) =>
        new(id, id, new JobBundle("job.yaml", ImmutableSortedDictionary<string, string>.Empty.Add("job.yaml", "kind: Job")), submittedAt);

    private static Configuration Configuration() => Core.Spaces.Configuration.Empty
        .With("acks", ParameterValue.Integer(long.MaxValue))
        .With("linger.ms", ParameterValue.Real(0.1))
        .With("compression.type", ParameterValue.Text("zstd"))
        .With("enable.idempotence", ParameterValue.Boolean(true));

    private static TrialPlan Plan() => new(
        1,
        TrialPurpose.Finalist,
        Configuration(),
        [new Episode(ulong.MaxValue, ImmutableSortedDictionary<string, double>.Empty.Add("payments", 0.7).Add("telemetry", 0.3), true)])
    {
        Walker = 1,
        Temperature = 0.5,
        Move = "reheat",
        Attempt = 2,
        Lane = 1,
        Futility = new FutilityRule([1.5, double.PositiveInfinity], "the best so far"),
    };

    private static Measurement Measurement() => new()
    {
        Metrics = Core.Measurements.Measurement.NoMetrics.Add("throughput", 1234.5678901234567).Add("odd", double.NaN),
        Profiles = new Measurement().Profiles.Add("payments", Core.Measurements.Measurement.NoMetrics.Add("publish_latency_p99", 0.012)),
        Telemetry = Core.Measurements.Measurement.NoMetrics.Add("cpu", 0.5),
    };

    private static JobAnswer Answer() => new(Verdict.Improved, Configuration())
    {
        Objective = new Estimate(0.1),
        Changes = [new SettingChange("linger.ms", null, ParameterValue.Real(0.1), new Estimate(0.05))],
        Notes = ["a note"],
    };
}
