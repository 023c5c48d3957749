using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Tests.Jobs;

namespace TuneSearch.Grains.Tests.Clusters;

/// <summary>What trials ask of a test cluster's grain, as tests ask it.</summary>
internal static class ClusterCalls
{
    public const string Key = "machine/0";

    public static readonly Json Good = Json.Of(Configuration.Empty.With("linger.ms", ParameterValue.Integer(5)));

    public static Json Run() =>
        Json.Of(new EpisodeRun(1, Good.Read<Configuration>(), new Episode(1, ImmutableSortedDictionary<string, double>.Empty, false)));

    /// <summary>Two jobs that want the same machine, in the store and not started.</summary>
    public static async Task<FlowHarness> StartAsync()
    {
        var flow = await FlowHarness.StartAsync();
        await flow.SubmitAsync("a", 1, new EmbeddedClusterSpec());
        await flow.SubmitAsync("b", 1, new EmbeddedClusterSpec());
        return flow;
    }

    public static async Task<WorkStatus> DoAsync(ITestClusterGrain cluster, long token, Func<Task<WorkStatus>> begin)
    {
        var status = await begin();
        while (status is { Result: null, Refusal: null })
        {
            status = await cluster.CheckAsync(token, status.Work);
        }

        return status;
    }

    public static async Task<LeaseAnswer> GrantedAsync(ITestClusterGrain cluster, LeaseRequest request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var answer = await cluster.AcquireAsync(request);
            if (answer.Refusal is null)
            {
                return answer;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
