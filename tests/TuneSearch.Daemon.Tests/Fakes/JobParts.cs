using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Security;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Testing.Time;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>The daemon's own parts over a store, without host, grains or searches; who waits in them waits no time.</summary>
internal sealed class JobParts
{
    private readonly IJobStore _store;
    private readonly IJobDirectorFactory _directors = Substitute.For<IJobDirectorFactory>();
    private readonly SkippingTime _time = new();
    private readonly PostponedStarts _postponed;

    public JobParts(IJobStore store)
    {
        _store = store;
        _postponed = new PostponedStarts(_time, NullLogger<PostponedStarts>.Instance);
        _directors.Create(Arg.Any<JobSpec>()).Returns(call =>
        {
            Folds++;
            return Director(call.Arg<JobSpec>());
        });
    }

    /// <summary>Jobs that were folded.</summary>
    public int Folds { get; set; }

    public JobBoard Board { get; } = new();

    public ScriptedRunner Runner { get; } = new();

    /// <summary>What the daemon's settings have against any job; null for nothing.</summary>
    public Problem? Refusal { get; set; }

    public JobService Service() => new(
        _store, Reader(), new EndedJobs(_store), Runner, Admission(), _postponed, new JobChanges(), _time, Microsoft.Extensions.Options.Options.Create(new DaemonOptions()));

    public JobsGoOn GoOn() => new(_store, Reader(), new EndedJobs(_store), Board, Admission(), Runner, _postponed, NullLogger<JobsGoOn>.Instance);

    private static IJobDirector Director(JobSpec job)
    {
        var director = Substitute.For<IJobDirector>();
        director.View.Returns(new JobView(job.Name, JobStatus.Running));
        director.When(it => it.Apply(Arg.Any<JobEnded>())).Do(_ => director.View.Returns(new JobView(job.Name, JobStatus.Done)));
        director.When(it => it.Apply(Arg.Any<JobResumed>())).Throw(new InvalidOperationException("not known here"));
        return director;
    }

    private JobReader Reader() => new(_store, Loader(), _directors);

    private JobAdmission Admission() => new(Loader(), [new SimulatedClusterDriver()], [new ScriptedPolicy(() => Refusal)]);

    private static JobLoader Loader() => new(new KafkaParameterCatalogue());

    private sealed class ScriptedPolicy(Func<Problem?> refusal) : IJobPolicy
    {
        public IEnumerable<Problem> Check(JobSpec job) => refusal() is { } problem ? [problem] : [];
    }
}
