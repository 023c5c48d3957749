using System.Collections.Immutable;
using System.Net.Sockets;
using Confluent.Kafka;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Load.Machine;
using TuneSearch.Kafka.Native;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Load;

/// <summary>Puts an episode's load on a cluster and measures it: topics, clients, warm-up, measured window, drain, verdict, clean-up.</summary>
public sealed class LoadEngine(TimeProvider time, LoadOptions options)
{
    /// <summary>Between the decision to measure and the first measured moment: enough for every thread to see it.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly MonotonicClock _clock = new(time);

    /// <summary>Runs one episode; all that it makes is gone when it returns. Throws for cancellation, and for what is this program's own fault.</summary>
    public async Task<TrialOutcome> RunAsync(LoadTarget target, LoadRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = new RunContext(target, request, options, _clock, stop.Token);
        var loads = new List<ProfileLoad>();
        try
        {
            Librdkafka.EnsureLoaded();
            if (Build(context, loads) is { } refused)
            {
                return refused;
            }

            foreach (var load in loads)
            {
                foreach (var topic in load.Topics)
                {
                    await target.Topics.CreateAsync(topic, load.Partitions, cancellationToken);
                }
            }

            return await MeasureAsync(context, loads, cancellationToken);
        }
        catch (Exception e) when (IsOfTheCluster(e))
        {
            return new Faulted($"The load could not be run: {e.Message}");
        }
        finally
        {
            await stop.CancelAsync();
            context.Statistics.Close();
            await CleanUpAsync(context, loads);
        }
    }

    private static Infeasible? Build(RunContext context, List<ProfileLoad> loads)
    {
        foreach (var name in context.Request.Episode.Weights.Keys)
        {
            var profile = context.Request.Profiles.First(profile => profile.Name == name);
            var load = new ProfileLoad(ProfilePlan.For(context.Request.Episode, profile), context);
            loads.Add(load);
            try
            {
                load.Build();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or KafkaException)
            {
                return new Infeasible($"The client refused the configuration: {e.Message.TrimEnd()}");
            }
        }

        return null;
    }

    private async Task<TrialOutcome> MeasureAsync(RunContext context, List<ProfileLoad> loads, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        loads.ForEach(load => load.StartReading());
        if (!await UntilAsync(() => loads.All(load => load.IsAssigned), options.MaxAssignment, cancellationToken))
        {
            return new Faulted(
                $"The consumer groups had no partitions after {options.MaxAssignment.TotalSeconds:0} s: {context.Errors.First ?? "the cluster did not say why"}.");
        }

        foreach (var load in loads)
        {
            await load.ConnectAsync(cancellationToken);
        }

        var statistics = context.Statistics.DigestAsync();
        var setUp = time.GetElapsedTime(begun);
        loads.ForEach(load => load.StartSending());
        var isSteady = await WarmUpAsync(context, loads, cancellationToken);
        var warmUp = time.GetElapsedTime(begun) - setUp;

        if (context.Request.Observer is { } beginning)
        {
            await beginning.BeginAsync(cancellationToken);
        }

        var start = _clock.Now + (long)Notice.TotalNanoseconds;
        var length = context.Request.Episode.Duration;
        context.Window.Open(start, start + (long)length.TotalNanoseconds);
        var machine = MachineWatch.Begin(time, context.Target.BrokerProcesses);
        await Task.Delay(Notice + length, time, cancellationToken);
        var seen = machine.End();
        var sent = time.GetTimestamp();
        var observing = context.Request.Observer?.EndAsync(cancellationToken) ?? Task.CompletedTask;

        await Task.WhenAll(loads.Select(load => load.FinishSendingAsync(options.MaxDrain)).Append(observing));
        await UntilAsync(() => loads.All(load => load.IsDrained), options.MaxDrain, cancellationToken);
        await Task.WhenAll(loads.Select(load => load.StopReadingAsync()));
        context.Statistics.Close();
        var facts = FactsOf(loads, seen, length);
        return Judge(context, loads, Telemetry.Of(loads, seen, facts, new RunTimes(setUp, warmUp, isSteady, time.GetElapsedTime(sent)), await statistics), facts);
    }

    /// <summary>Ends when throughput and latency are both steady, and in any case at the episode's maximum; whether it was the former.</summary>
    private async Task<bool> WarmUpAsync(RunContext context, List<ProfileLoad> loads, CancellationToken cancellationToken)
    {
        var longest = context.Request.Episode.MaxWarmUp;
        var slices = new WarmUpSlices();
        var slice = WarmUpSlices.LengthFor(longest);
        var begin = _clock.Now;
        while (_clock.Now - begin < longest.TotalNanoseconds && !slices.AreSteady)
        {
            await Task.Delay(slice, time, cancellationToken);
            slices.Add(loads.Sum(load => load.Reported), loads.Sum(load => load.LatencySum));
        }

        return slices.AreSteady;
    }

    private TrialOutcome Judge(RunContext context, List<ProfileLoad> loads, ImmutableSortedDictionary<string, double> telemetry, GeneratorFacts facts)
    {
        if (context.Errors.Fatal is { } fatal)
        {
            return new Faulted($"A client gave up: {fatal}.");
        }

        var tallies = loads.ToDictionary(load => load.Name, load => load.Tally(), StringComparer.Ordinal);
        var silent = tallies.FirstOrDefault(pair => pair.Value.Acknowledged == 0 && pair.Value.Errors > 0);
        if (silent.Key is not null)
        {
            return new Infeasible($"No message of profile '{silent.Key}' was acknowledged under this configuration: {context.Errors.First}.");
        }

        if (GeneratorHealth.Judge(facts, options.Limits) is { } invalid)
        {
            return invalid;
        }

        var promised = loads.ToDictionary(load => load.Name, load => load.Plan.Profile.Limits, StringComparer.Ordinal);
        var measurement = MeasurementBuilder.Build(tallies, promised, context.Request.Episode.Duration, telemetry);
        return new Measured([measurement with { Metrics = measurement.Metrics.SetItems(telemetry.Where(seen => context.Request.InObjective.Contains(seen.Key))) }]);
    }

    private static GeneratorFacts FactsOf(List<ProfileLoad> loads, MachineFacts machine, TimeSpan window)
    {
        var lag = new LogLinearHistogram();
        long unsent = 0, planned = 0, busiest = 0;
        foreach (var producer in loads.SelectMany(load => load.Producers))
        {
            lag.Merge(producer.Tally.GeneratorLag);
            unsent += producer.Tally.Unsent;
            planned += producer.Tally.Sent + producer.Tally.NotTaken;
            busiest = Math.Max(busiest, producer.Tally.ProcessorTime);
        }

        return new GeneratorFacts
        {
            ScheduleLagP99 = TimeSpan.FromMicroseconds(lag.Quantile(0.99) / 1000),
            Unsent = planned == 0 ? 0 : (double)unsent / planned,
            BusiestThread = Math.Min(1, busiest / window.TotalNanoseconds),
            StolenTime = machine.StolenTime,
            TakenTime = machine.TakenTime,
            ThrottledTime = machine.ThrottledTime,
            ClockJump = machine.ClockJump,
        };
    }

    /// <summary>What brokers, the client and the machine do to a load; anything else is a mistake, whose place has to be found.</summary>
    private static bool IsOfTheCluster(Exception failure) =>
        failure is KafkaException or ClusterFaultException or InvalidOperationException or IOException or SocketException or TimeoutException or LibrdkafkaMissingException;

    private async Task<bool> UntilAsync(Func<bool> condition, TimeSpan longest, CancellationToken cancellationToken)
    {
        var begin = _clock.Now;
        while (!condition())
        {
            if (_clock.Now - begin > longest.TotalNanoseconds)
            {
                return false;
            }

            await Task.Delay(Tick, time, cancellationToken);
        }

        return true;
    }

    private static Task CleanUpAsync(RunContext context, List<ProfileLoad> loads) => Task.WhenAll(loads.Select(load => CleanUpAsync(context, load)));

    private static async Task CleanUpAsync(RunContext context, ProfileLoad load)
    {
        await EndAsync(() => load.FinishSendingAsync(TimeSpan.Zero));

        // Also where sending failed: a client that is closed under a thread that reads from it takes the process with it.
        await EndAsync(load.StopReadingAsync);
        await load.DisposeAsync();
        foreach (var topic in load.Topics)
        {
            await context.Target.Topics.DeleteAsync(topic, CancellationToken.None);
        }
    }

    private static async Task EndAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What a thread of the load threw is the run's outcome already; the clients are closed whatever it was.
        }
    }
}
