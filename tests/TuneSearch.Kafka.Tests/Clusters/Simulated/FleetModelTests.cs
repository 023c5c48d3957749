using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Simulated;
using Names = TuneSearch.Kafka.Clusters.Simulated.SimulatedParameters;

namespace TuneSearch.Kafka.Tests.Clusters.Simulated;

public class FleetModelTests
{
    private static readonly Profile Bulk = new("bulk") { Arrivals = new ClosedLoop(2000), MessageSize = new FixedSize(150), PartitionsPerTopic = 12, Producers = 6, ConsumersPerGroup = 4 };
    private static readonly Profile Trickle = new("trickle") { Arrivals = new PoissonArrivals(200), MessageSize = new FixedSize(300) };

    [Fact]
    public void Evaluate_SameInputs_SameNumbers() =>
        Metrics(Bulk, (Names.Linger, 5)).ShouldBe(Metrics(Bulk, (Names.Linger, 5)));

    [Fact]
    public void Evaluate_LingerAtALowRate_CostsLatency() =>
        Metrics(Trickle, (Names.Linger, 50))[MetricNames.PublishLatencyP99]
            .ShouldBeGreaterThan(Metrics(Trickle, (Names.Linger, 0))[MetricNames.PublishLatencyP99] + 0.045);

    [Fact]
    public void Evaluate_LargerBatchesInAClosedLoop_CarryMore() =>
        Throughput((Names.BatchSize, 131_072)).ShouldBeGreaterThan(Throughput((Names.BatchSize, 8_192)) * 1.1);

    [Fact]
    public void Evaluate_ThreadsFarBeyondTheCores_CostThroughput() =>
        Throughput((Names.BatchSize, 131_072), (Names.IoThreads, 256), (Names.NetworkThreads, 128))
            .ShouldBeLessThan(Throughput((Names.BatchSize, 131_072), (Names.IoThreads, 8), (Names.NetworkThreads, 4)) * 0.9);

    [Fact]
    public void Evaluate_OneNetworkThread_IsTheBottleneck() =>
        Throughput((Names.BatchSize, 131_072), (Names.NetworkThreads, 1)).ShouldBeLessThan(Throughput((Names.BatchSize, 131_072), (Names.NetworkThreads, 3)) * 0.95);

    [Fact]
    public void Evaluate_HeapBeyondTheMachine_IsInfeasibleInTheJvmsWords() =>
        Evaluate(Bulk, (Names.Heap, 64L << 30)).ShouldBe(new Infeasible(
            "Could not reserve enough space for object heap: 64 GiB heap on general-4 with 16 GiB of memory"));

    [Fact]
    public void Evaluate_HeapBelowWhatLives_IsInfeasible() =>
        Evaluate(Bulk, (Names.Heap, 128L << 20)).ShouldBeOfType<Infeasible>().Reason.ShouldStartWith("java.lang.OutOfMemoryError: Java heap space");

    [Fact]
    public void Evaluate_OfferedMoreThanItCarries_LatencyIsABacklog()
    {
        var flood = Trickle with { Name = "flood", Arrivals = new ConstantArrivals(50_000_000) };

        Metrics(flood)[MetricNames.PublishLatencyP50].ShouldBeGreaterThan(1);
    }

    /// <summary>Rugged: a two-parameter slice alone has several peaks that are higher than all their neighbours.</summary>
    [Fact]
    public void Evaluate_SliceOfTwoParameters_HasSeveralPeaks()
    {
        const int side = 24;
        var height = new double[side, side];
        for (var i = 0; i < side; i++)
        {
            for (var j = 0; j < side; j++)
            {
                height[i, j] = Throughput((Names.BatchSize, (long)(8192 * Math.Pow(128, i / (side - 1.0)))), (Names.IoThreads, 2 + j));
            }
        }

        Peaks(height).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task RunAsync_ManyTrials_NoiseIsWhatTheSpecSays()
    {
        var spec = new SimulatedClusterSpec { Noise = 0.05 };
        var job = Jobs.On(spec) with { Profiles = [Bulk] };
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, default);
        await cluster.ApplyAsync(Configuration.Empty, default);
        var logs = new List<double>();
        for (var trial = 1; trial <= 2000; trial++)
        {
            var episode = EpisodeOf(Bulk) with { Seed = CounterRandom.DeriveSeed(3, "episode", (ulong)trial) };
            var measured = (Measured)await cluster.RunAsync(new EpisodeRun(trial, Configuration.Empty, episode), default);
            logs.Add(Math.Log(measured.Measurements[0].Metrics[MetricNames.Throughput]));
        }

        var mean = logs.Average();
        Math.Sqrt(logs.Average(x => (x - mean) * (x - mean))).ShouldBe(0.05, 0.004);
    }

    [Fact]
    public async Task RunAsync_SameEpisodeOtherConfiguration_SharesHalfOfTheNoise()
    {
        var job = Jobs.On(new SimulatedClusterSpec { Noise = 0.05 }) with { Profiles = [Bulk] };
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, default);
        await cluster.ApplyAsync(Configuration.Empty, default);
        var ratios = new List<double>();
        for (var pair = 1; pair <= 1000; pair++)
        {
            var episode = EpisodeOf(Bulk) with { Seed = CounterRandom.DeriveSeed(4, "episode", (ulong)pair) };
            var a = (Measured)await cluster.RunAsync(new EpisodeRun(2 * pair, Configuration.Empty, episode), default);
            var b = (Measured)await cluster.RunAsync(new EpisodeRun((2 * pair) + 1, Configuration.Empty, episode), default);
            ratios.Add(Math.Log(a.Measurements[0].Metrics[MetricNames.Throughput] / b.Measurements[0].Metrics[MetricNames.Throughput]));
        }

        Math.Sqrt(ratios.Average(x => x * x)).ShouldBe(0.05, 0.005);
    }

    [Fact]
    public void Check_UnknownParameter_IsRefusedWithTheKnownOnes() =>
        new SimulatedClusterDriver().Check(Jobs.On(new SimulatedClusterSpec(), new Parameter("acks", ParameterScope.Producer, new BooleanDomain(), ParameterValue.Boolean(true))))
            .ShouldHaveSingleItem().Message.ShouldStartWith("the simulated fleet has no parameter 'acks'; it answers to num.network.threads, num.io.threads,");

    [Fact]
    public void Check_UnknownWord_IsRefusedWithTheKnownOnes() =>
        new SimulatedClusterDriver().Check(Jobs.On(new SimulatedClusterSpec(), new Parameter(Names.Collector, ParameterScope.Jvm, new CategoricalDomain([ParameterValue.Text("G1"), ParameterValue.Text("CMS")]), ParameterValue.Text("G1"))))
            .ShouldHaveSingleItem().ToString().ShouldBe("jvm.gc: the simulated fleet knows no jvm.gc 'CMS'; it knows G1, ZGC, Parallel. Use one of the names listed.");

    private static int Peaks(double[,] height)
    {
        var peaks = 0;
        for (var i = 1; i < height.GetLength(0) - 1; i++)
        {
            for (var j = 1; j < height.GetLength(1) - 1; j++)
            {
                var here = height[i, j];
                var isPeak = true;
                for (var k = 0; k < 9; k++)
                {
                    isPeak &= k == 4 || height[i + (k / 3) - 1, j + (k % 3) - 1] < here;
                }

                peaks += isPeak ? 1 : 0;
            }
        }

        return peaks;
    }

    private static double Throughput(params (string Name, double Value)[] settings) => Metrics(Bulk, settings)[MetricNames.Throughput];

    private static ImmutableSortedDictionary<string, double> Metrics(Profile profile, params (string Name, double Value)[] settings) =>
        Evaluate(profile, settings).ShouldBeOfType<Measured>().Measurements[0].Metrics;

    private static TrialOutcome Evaluate(Profile profile, params (string Name, double Value)[] settings) =>
        new FleetModel(3, 1, [profile]).Evaluate(
            Configuration.From(settings.Select(s => KeyValuePair.Create(s.Name, ParameterValue.Real(s.Value)))), EpisodeOf(profile));

    private static Episode EpisodeOf(Profile profile) =>
        new(1, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(profile.Name, 1.0)]), HeldOut: false);
}
