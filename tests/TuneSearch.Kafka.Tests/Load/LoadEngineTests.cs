using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Tests.Clusters.Embedded;
using TuneSearch.Kafka.Tests.Native;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Kafka.Tests.Load;

/// <summary>Real messages over loopback. What is asserted holds at any speed of the machine; limits that would not are lifted.</summary>
[RequiresLibrdkafka]
[Collection(nameof(EmbeddedBrokers))]
public sealed class LoadEngineTests
{
    private static readonly LoadOptions Patient = new() { Limits = AnyMachine.Limits, MaxDrain = TimeSpan.FromSeconds(20) };

    [RequiringFact]
    public async Task RunAsync_SameEpisodeTwice_SendsTheSameNumberOfMessages()
    {
        var profile = new Profile("p") { Arrivals = new PoissonArrivals(2000), Producers = 2 };

        var first = await MeasureAsync(profile);
        var second = await MeasureAsync(profile);

        second[MetricNames.MessagesSent].ShouldBe(first[MetricNames.MessagesSent]);
        first[MetricNames.MessagesSent].ShouldBeGreaterThan(0);
    }

    [RequiringFact]
    public async Task RunAsync_TwoGroups_EachReceivesEveryMessageOnce()
    {
        var metrics = await MeasureAsync(new Profile("p") { Arrivals = new ConstantArrivals(1000), ConsumerGroups = 2, ConsumersPerGroup = 2 });

        metrics[MetricNames.MessagesDelivered].ShouldBe(2 * metrics[MetricNames.MessagesAcknowledged]);
        metrics[MetricNames.MessagesAcknowledged].ShouldBe(metrics[MetricNames.MessagesSent]);
        metrics[MetricNames.MessagesLost].ShouldBe(0);
        metrics[MetricNames.MessagesDuplicated].ShouldBe(0);
        metrics[MetricNames.MessagesOutOfOrder].ShouldBe(0);
        metrics[MetricNames.SendErrors].ShouldBe(0);
    }

    [RequiringFact]
    public async Task RunAsync_EveryMetric_IsReportedForTheWholeAndForEachProfile()
    {
        var outcome = await RunAsync(Patient, ClientSettings.Defaults, new Profile("a"), new Profile("b"));

        var measurement = outcome.ShouldBeOfType<Measured>().Measurements.ShouldHaveSingleItem();
        measurement.Profiles.Keys.ShouldBe(["a", "b"]);
        measurement.Profiles["a"].Keys.ShouldBe(measurement.Metrics.Keys);
        measurement.Metrics[MetricNames.MessagesSent].ShouldBe(
            measurement.Profiles["a"][MetricNames.MessagesSent] + measurement.Profiles["b"][MetricNames.MessagesSent]);
        measurement.Metrics[MetricNames.EndToEndLatencyP50].ShouldBeGreaterThan(0);
        measurement.Telemetry.Keys.ShouldContain(ClientTelemetryNames.Process);
        measurement.Telemetry.Keys.ShouldContain(ClientTelemetryNames.ProducerQueue);
        measurement.Telemetry.Keys.ShouldContain(ClientTelemetryNames.ConsumerQueue);
    }

    [RequiringFact]
    public async Task RunAsync_GeneratorHeldForTwoHundredMilliseconds_TailTells()
    {
        var held = Patient with { BeforeSend = Hold(atMessage: 700) };

        var outcome = await RunAsync(held, ClientSettings.Defaults, new Profile("p") { Arrivals = new ConstantArrivals(1000) });

        // 0.2 s of 0.6 s stood still: with latency from the actual send, one message in 600 would show it and p99 would not.
        var metrics = outcome.ShouldBeOfType<Measured>().Measurements[0].Metrics;
        metrics[MetricNames.PublishLatencyP999].ShouldBeGreaterThan(0.19);
        metrics[MetricNames.PublishLatencyP99].ShouldBeGreaterThan(0.15);
    }

    [RequiringFact]
    public async Task RunAsync_GeneratorBehindItsSchedule_IsInvalidAndSaysHowFar()
    {
        var held = Patient with { BeforeSend = Hold(atMessage: 700), Limits = AnyMachine.Limits with { ScheduleLagP99 = TimeSpan.FromMilliseconds(50) } };

        var outcome = await RunAsync(held, ClientSettings.Defaults, new Profile("p") { Arrivals = new ConstantArrivals(1000) });

        outcome.ShouldBeOfType<Invalid>().Reason.ShouldMatch("^the generator ran [0-9.]+ ms behind its schedule at the 99th percentile, at most 50 ms is believed");
    }

    [RequiringFact]
    public async Task RunAsync_WallClockSetWhileMeasuring_IsInvalid()
    {
        var options = Patient with { Limits = AnyMachine.Limits with { ClockJump = TimeSpan.FromMinutes(5) } };

        var outcome = await RunAsync(new LoadEngine(new SteppedClock(TimeSpan.FromHours(1)), options), ClientSettings.Defaults, TimeSpan.Zero, new Profile("p"));

        outcome.ShouldBeOfType<Invalid>().Reason.ShouldMatch("^the clock jumped by 3(59|60)[0-9]{4} ms while measuring, at most 300000 ms is believed; let the time service slew instead of step$");
    }

    [RequiringFact]
    public async Task RunAsync_ClosedLoop_LosesNothingToRetention()
    {
        var metrics = await MeasureAsync(new Profile("p") { Arrivals = new ClosedLoop(500), PartitionsPerTopic = 1 });

        metrics[MetricNames.MessagesLost].ShouldBe(0);
        metrics[MetricNames.Throughput].ShouldBeGreaterThan(0);
    }

    [RequiringFact]
    public async Task RunAsync_ClosedLoopOfACustomerWithAPlan_SendsNoMoreThanThePlan()
    {
        var profile = new Profile("p") { Arrivals = new ClosedLoop(500), Limits = new PromisedLimits { MaxIngressBytesPerSecond = 200_000 } };

        var metrics = await MeasureAsync(profile);

        // 1 KiB a message: 0.6 s and the tenth of a second that may be ahead make 137, and the one at the window's end.
        metrics[MetricNames.MessagesSent].ShouldBeInRange(1, 138);
    }

    [RequiringFact]
    public async Task RunAsync_PromisedLatencyThatNothingKeeps_IsABrokenPromise()
    {
        var limits = new PromisedLimits { PublishLatencyP99 = TimeSpan.FromMicroseconds(100) };

        (await MeasureAsync(new Profile("p") { Arrivals = new ConstantArrivals(500), Limits = limits }))[MetricNames.PromisesBroken].ShouldBe(1);
        (await MeasureAsync(new Profile("p") { Arrivals = new ConstantArrivals(500) }))[MetricNames.PromisesBroken].ShouldBe(0);
    }

    [RequiringFact]
    public async Task RunAsync_MoreThanTheClientsQueueLetsThrough_IsHeldBackAndCountsForLatency()
    {
        var settings = ClientSettings.Defaults with { Producer = ClientSettings.Defaults.Producer.Add("queue.buffering.max.messages", "10") };

        var outcome = await RunAsync(Patient, settings, TimeSpan.FromMilliseconds(200), new Profile("p") { Arrivals = new ConstantArrivals(2000) });

        // Ten messages at a time, five times a second: nearly all of the 1,200 wait until half a second after the window.
        var metrics = outcome.ShouldBeOfType<Measured>().Measurements[0].Metrics;
        (metrics[MetricNames.MessagesSent] + metrics[MetricNames.MessagesHeldBack]).ShouldBe(1200);
        metrics[MetricNames.MessagesHeldBack].ShouldBeGreaterThan(1000);
        metrics[MetricNames.PublishLatencyP50].ShouldBeGreaterThan(0.5);
        metrics[MetricNames.SendErrors].ShouldBe(0);
    }

    [RequiringFact]
    public async Task RunAsync_NoAnswerUntilTheDrainEnds_IsHeldBackAndCountsForLatency()
    {
        var options = Patient with { MaxDrain = TimeSpan.Zero };

        var outcome = await RunAsync(options, ClientSettings.Defaults, TimeSpan.FromMilliseconds(300), new Profile("p") { Arrivals = new ConstantArrivals(1000) });

        // What was sent in the window's last 0.3 s has no answer yet, nor has anything that waited for it.
        var metrics = outcome.ShouldBeOfType<Measured>().Measurements[0].Metrics;
        metrics[MetricNames.MessagesHeldBack].ShouldBeGreaterThan(0);
        (metrics[MetricNames.MessagesAcknowledged] + metrics[MetricNames.MessagesHeldBack]).ShouldBe(600);
    }

    /// <summary>The consumer fetches once, and then not for five minutes: what it has not received counts as late as the drain is long.</summary>
    [RequiringFact]
    public async Task RunAsync_AcknowledgedAndNotReceived_IsLostAndCountsForLatency()
    {
        var settings = ClientSettings.Defaults with
        {
            Consumer = ClientSettings.Defaults.Consumer.SetItem("queued.max.messages.kbytes", "1").SetItem("fetch.queue.backoff.ms", "300000"),
        };

        var outcome = await RunAsync(Patient with { MaxDrain = TimeSpan.FromSeconds(1) }, settings, new Profile("p") { Arrivals = new ConstantArrivals(1000), PartitionsPerTopic = 1 });

        var metrics = outcome.ShouldBeOfType<Measured>().Measurements[0].Metrics;
        metrics[MetricNames.MessagesLost].ShouldBeGreaterThan(300);
        metrics[MetricNames.EndToEndLatencyP50].ShouldBeGreaterThanOrEqualTo(1);
    }

    [RequiringFact]
    public async Task RunAsync_Transactions_AreCommittedAndReceived()
    {
        var metrics = await MeasureAsync(new Profile("p") { Arrivals = new ConstantArrivals(500), Transactions = new TransactionLoad(20) });

        metrics[MetricNames.MessagesDelivered].ShouldBe(metrics[MetricNames.MessagesSent]);
    }

    [RequiringFact]
    public async Task RunAsync_ConnectionsAndRebalances_AreMade()
    {
        var profile = new Profile("p")
        {
            Arrivals = new ConstantArrivals(500),
            ConsumersPerGroup = 2,
            Connections = new ConnectionLoad(Held: 7, ChurnPerSecond: 20),
            Commits = new CommitPolicy(CommitMode.EveryMessages) { Messages = 10 },
            RebalancesPerMinute = 120,
        };

        var measurement = (await RunAsync(Patient, ClientSettings.Defaults, profile)).ShouldBeOfType<Measured>().Measurements[0];

        measurement.Telemetry["connections_opened"].ShouldBeGreaterThan(7);
        measurement.Telemetry["connections_refused"].ShouldBe(0);
        measurement.Metrics[MetricNames.MessagesLost].ShouldBe(0);
    }

    [RequiringFact]
    public async Task RunAsync_SettingThatTheClientRefuses_IsInfeasibleInItsWords()
    {
        var settings = ClientSettings.Defaults with { Producer = ClientSettings.Defaults.Producer.Add("linger.ms", "-3") };

        (await RunAsync(Patient, settings, new Profile("p"))).ShouldBe(new Infeasible(
            "The client refused the configuration: Configuration property \"queue.buffering.max.ms\" value -3 is outside allowed range 0..900000"));
    }

    [RequiringFact]
    public async Task RunAsync_MessagesLargerThanTheClientTakes_IsInfeasible()
    {
        var settings = ClientSettings.Defaults with { Producer = ClientSettings.Defaults.Producer.Add("message.max.bytes", "1000") };

        (await RunAsync(Patient, settings, new Profile("p") { MessageSize = new FixedSize(5000) })).ShouldBe(new Infeasible(
            "No message of profile 'p' was acknowledged under this configuration: Broker: Message size too large (MsgSizeTooLarge)."));
    }

    [RequiringFact]
    public async Task RunAsync_ThreadThatFailsForTheCluster_IsAFault()
    {
        var failing = Patient with { BeforeSend = _ => throw new IOException("the line went dead") };

        (await RunAsync(failing, ClientSettings.Defaults, new Profile("p"))).ShouldBe(new Faulted("The load could not be run: the line went dead"));
    }

    /// <summary>As an outcome it would be measured again and again, and where it comes from would stand nowhere.</summary>
    [RequiringFact]
    public async Task RunAsync_MistakeOfOurOwn_IsThrown()
    {
        var mistaken = Patient with { BeforeSend = _ => throw new InvalidCastException("not a message") };

        (await Should.ThrowAsync<InvalidCastException>(() => RunAsync(mistaken, ClientSettings.Defaults, new Profile("p")))).Message.ShouldBe("not a message");
    }

    private static Action<long> Hold(long atMessage)
    {
        var gate = new ManualResetEventSlim(false);
        return sequence =>
        {
            if (sequence == atMessage)
            {
                gate.Wait(TimeSpan.FromMilliseconds(200));
            }
        };
    }

    private static async Task<ImmutableSortedDictionary<string, double>> MeasureAsync(Profile profile) =>
        (await RunAsync(Patient, ClientSettings.Defaults, profile)).ShouldBeOfType<Measured>().Measurements[0].Metrics;

    private static Task<TrialOutcome> RunAsync(LoadOptions options, ClientSettings settings, params Profile[] profiles) =>
        RunAsync(options, settings, TimeSpan.Zero, profiles);

    private static Task<TrialOutcome> RunAsync(LoadOptions options, ClientSettings settings, TimeSpan roundTrip, params Profile[] profiles) =>
        RunAsync(new LoadEngine(TimeProvider.System, options), settings, roundTrip, profiles);

    private static async Task<TrialOutcome> RunAsync(LoadEngine engine, ClientSettings settings, TimeSpan roundTrip, params Profile[] profiles)
    {
        using var brokers = MockCluster.Start(1, roundTrip);
        var target = MockTarget.Of(brokers, new SearchSpace("none", []));
        // The mock answers an empty fetch only after the whole wait.
        settings = settings with { Consumer = settings.Consumer.SetItem("fetch.wait.max.ms", "20") };
        var weights = profiles.ToImmutableSortedDictionary(profile => profile.Name, _ => 1.0 / profiles.Length, StringComparer.Ordinal);
        var episode = new Episode(7, weights, HeldOut: false)
        {
            Duration = TimeSpan.FromMilliseconds(600), MaxWarmUp = TimeSpan.FromMilliseconds(300), ProfileCount = profiles.Length,
        };
        return await engine.RunAsync(target, new LoadRequest(episode, [.. profiles], settings, "test"), default);
    }
}
