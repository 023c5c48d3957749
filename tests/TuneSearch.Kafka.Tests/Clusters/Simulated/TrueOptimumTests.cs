using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Testing.Spaces;
using Names = TuneSearch.Kafka.Clusters.Simulated.SimulatedParameters;

namespace TuneSearch.Kafka.Tests.Clusters.Simulated;

/// <summary>The true optimum can be computed, and climbing from the defaults does not find it: that is why there is an annealer.</summary>
public class TrueOptimumTests
{
    private static readonly Profile Bulk = new("bulk") { Arrivals = new ClosedLoop(2000), MessageSize = new FixedSize(150), PartitionsPerTopic = 12, Producers = 6, ConsumersPerGroup = 4 };

    private static readonly Parameter[] Parameters =
    [
        Levels(Names.BatchSize, 2, 8_192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576),
        Levels(Names.IoThreads, 6, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16),
        Levels(Names.NetworkThreads, 2, 1, 2, 3, 4, 5, 6, 8),
        Levels(Names.ReplicaFetchers, 0, 1, 2, 3, 4, 6, 8),
    ];

    [Fact]
    public void Optimum_OfAnEnumeratedSpace_LiesAboveWhereClimbingFromTheDefaultsEnds()
    {
        var job = Jobs.On(new SimulatedClusterSpec(), Parameters) with { Profiles = [Bulk] };
        var truth = new SimulatedTruth(job);
        double Height(Configuration c) => ((Measured)truth.Of(c, Episode())).Measurements[0].Metrics[MetricNames.Throughput];

        var optimum = SpaceEnumeration.Of(job.Space).Max(Height);
        var climbed = Climb(job.Space, Height);

        climbed.ShouldBeLessThan(optimum * 0.99);
    }

    private static double Climb(SearchSpace space, Func<Configuration, double> height)
    {
        var here = space.Defaults;
        while (true)
        {
            var best = Neighbours(space, here).MaxBy(height)!;
            if (height(best) <= height(here))
            {
                return height(here);
            }

            here = best;
        }
    }

    private static IEnumerable<Configuration> Neighbours(SearchSpace space, Configuration here)
    {
        foreach (var parameter in space.Searched)
        {
            var values = parameter.Domain.Enumerate(int.MaxValue)!;
            var at = values.ToList().IndexOf(here[parameter.Name]);
            foreach (var next in new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < values.Count))
            {
                yield return here.With(parameter.Name, values[next]);
            }
        }
    }

    private static Parameter Levels(string name, int start, params long[] values) =>
        new(name, ParameterScope.Broker, new OrdinalDomain(ValueList.From(values.Select(ParameterValue.Integer))), ParameterValue.Integer(values[start]));

    private static Episode Episode() =>
        new(1, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(Bulk.Name, 1.0)]), HeldOut: false);
}
