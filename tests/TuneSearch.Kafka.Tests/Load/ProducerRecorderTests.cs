using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Load.Producing;
using TuneSearch.Kafka.Tests.Native;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Kafka.Tests.Load;

/// <summary>Times in nanoseconds; measured is from 1000 to 2000.</summary>
[RequiresLibrdkafka]
public sealed class ProducerRecorderTests
{
    private readonly MeasuringWindow _window = new();
    private readonly ClientErrors _errors = new();

    public ProducerRecorderTests() => _window.Open(1000, 2000);

    [RequiringFact]
    public void Add_AcknowledgedAfterTheWindow_CountsForLatencyAndNotForThroughput()
    {
        var recorder = new ProducerRecorder(_window, _errors, aborts: false);

        recorder.Add(now: 5000, Message(intended: 1900, sequence: 7), bytes: 100, error: 0);

        (recorder.AcknowledgedCount, recorder.InWindow, recorder.BytesInWindow, recorder.Latency.Max).ShouldBe((1, 0, 0, 3100));
        recorder.Acknowledged.Contains(7).ShouldBeTrue();
    }

    [RequiringFact]
    public void Add_OfTheWarmUp_CountsForThroughputAndNotForLatency()
    {
        var recorder = new ProducerRecorder(_window, _errors, aborts: false);

        recorder.Add(now: 1100, Message(intended: 900, sequence: 7), bytes: 100, error: 0);

        (recorder.AcknowledgedCount, recorder.InWindow, recorder.BytesInWindow, recorder.Latency.Count).ShouldBe((0, 1, 100, 0));
    }

    [RequiringFact]
    public void Add_Failure_IsCountedByItsReasonAndKeptInTheClientsWords()
    {
        var recorder = new ProducerRecorder(_window, _errors, aborts: false);

        recorder.Add(now: 1100, Message(intended: 1000, sequence: 0), bytes: 100, error: (int)ErrorCode.Local_MsgTimedOut);
        recorder.Publish();

        recorder.Errors.ByName.ShouldBe([KeyValuePair.Create("local_msg_timed_out", 1L)]);
        (recorder.Reported, recorder.Failed).ShouldBe((1, 1));
        _errors.First.ShouldBe("Local: Message timed out (Local_MsgTimedOut)");
    }

    [RequiringFact]
    public void Add_ThrownAwayByAnAbort_IsNoError()
    {
        var recorder = new ProducerRecorder(_window, _errors, aborts: true);

        recorder.Add(now: 1100, Message(intended: 1000, sequence: 0), bytes: 100, error: (int)ErrorCode.Local_PurgeQueue);

        recorder.Errors.Total.ShouldBe(0);
        _errors.First.ShouldBeNull();
    }

    [RequiringFact]
    public void Publish_Before_OthersSeeNothing()
    {
        var recorder = new ProducerRecorder(_window, _errors, aborts: false);

        recorder.Add(now: 1100, Message(intended: 1000, sequence: 0), bytes: 100, error: 0);

        recorder.Reported.ShouldBe(0);
        recorder.Publish();
        (recorder.Reported, recorder.LatencySum).ShouldBe((1, 100));
    }

    private static MessageStamp Message(long intended, long sequence) => new(intended, sequence, 0, 0, 1);
}
