using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Testing.Time;

namespace TuneSearch.Daemon.Tests.Api;

public sealed class JobEventsTests
{
    private readonly ManualTime _time = new();
    private readonly Channel<JobReading> _readings = Channel.CreateUnbounded<JobReading>();
    private bool _isLeft;

    [Fact]
    public async Task Of_SilentJob_SaysThatTheConnectionLives()
    {
        await using var events = JobEvents.OfAsync(Readings, 0, _time, default).GetAsyncEnumerator();
        for (var silence = 1; silence <= 2; silence++)
        {
            var next = events.MoveNextAsync();
            _time.Advance(JobEvents.Silence);

            (await next).ShouldBeTrue();
            events.Current.ShouldBe(":\n\n");
        }

        _readings.Writer.TryWrite(Reading(7));
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.ShouldStartWith("event: job\ndata: {\"job\":{\"id\":\"nightly-1\"");
        events.Current.ShouldEndWith("}\nid: 7\n\n");
    }

    [Fact]
    public async Task Of_JobThatChanges_SaysNothingElse()
    {
        await using var events = JobEvents.OfAsync(Readings, 0, _time, default).GetAsyncEnumerator();
        for (var version = 1; version <= 3; version++)
        {
            var next = events.MoveNextAsync();
            _time.Advance(JobEvents.Silence - TimeSpan.FromSeconds(1));
            _readings.Writer.TryWrite(Reading(version));

            (await next).ShouldBeTrue();
            events.Current.ShouldStartWith("event: job\n");
        }

        _readings.Writer.Complete();
        (await events.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_CallerWhoGoesInTheSilence_LeavesTheJob()
    {
        var events = JobEvents.OfAsync(Readings, 0, _time, default).GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        _time.Advance(JobEvents.Silence);
        await next;

        await events.DisposeAsync();

        _isLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_DaemonThatStops_Ends()
    {
        using var stopping = new CancellationTokenSource();
        await using var events = JobEvents.OfAsync(Readings, 0, _time, stopping.Token).GetAsyncEnumerator();
        var next = events.MoveNextAsync();

        await stopping.CancelAsync();

        (await next).ShouldBeFalse();
    }

    private async IAsyncEnumerable<JobReading> Readings([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var reading in _readings.Reader.ReadAllAsync(cancellationToken))
            {
                yield return reading;
            }
        }
        finally
        {
            _isLeft = true;
        }
    }

    private static JobReading Reading(long version)
    {
        var bundle = Bundles.Simulated();
        return new JobReading(
            new StoredJob("nightly-1", "nightly", bundle, DateTimeOffset.UnixEpoch), new JobLoader(new KafkaParameterCatalogue()).Load(bundle), new JobView("nightly", JobStatus.Running), version);
    }
}
