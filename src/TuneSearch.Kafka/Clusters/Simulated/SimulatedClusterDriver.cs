using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using Names = TuneSearch.Kafka.Clusters.Simulated.SimulatedParameters;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>Opens simulated fleets: no brokers, no sockets, a thousand trials a second.</summary>
public sealed class SimulatedClusterDriver : IClusterDriver
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Names.CompressionType] = Codec.Known,
        [Names.Collector] = ["G1", "ZGC", "Parallel"],
        [Names.InstanceType] = [.. Instance.All.Select(instance => instance.Name)],
        [Names.DiskClass] = [.. DiskClass.All.Select(disk => disk.Name)],
    };

    public string Name => "simulated";

    public ImmutableArray<Problem> Check(JobSpec job) =>
        [.. job.Space.Parameters.SelectMany(CheckParameter)];

    public Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        var spec = (SimulatedClusterSpec)job.Cluster;
        var model = new FleetModel(spec.Brokers, spec.Landscape, job.Profiles);
        return Task.FromResult<ICluster>(new SimulatedCluster(spec, job.Space, model, job.Seed));
    }

    private static IEnumerable<Problem> CheckParameter(Parameter parameter)
    {
        if (!Names.All.Contains(parameter.Name))
        {
            yield return new Problem(
                parameter.Name,
                $"the simulated fleet has no parameter '{parameter.Name}'; it answers to {string.Join(", ", Names.All)}",
                "Take the parameter out of the space, or run the job on a cluster that has it.");
            yield break;
        }

        if (!Words.TryGetValue(parameter.Name, out var words))
        {
            yield break;
        }

        var values = parameter.Domain.Enumerate(int.MaxValue) ?? [];
        foreach (var value in values.Append(parameter.Default).Distinct().Where(value => !words.Contains(value.ToString())))
        {
            yield return new Problem(
                parameter.Name,
                $"the simulated fleet knows no {parameter.Name} '{value}'; it knows {string.Join(", ", words)}",
                "Use one of the names listed.");
        }
    }
}
