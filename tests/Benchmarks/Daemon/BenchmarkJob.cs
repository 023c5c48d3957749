using System.Collections.Immutable;

using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Benchmarks.Daemon;

/// <summary>The shipped simulated fleet, searched without verification, so that each trial is one measurement.</summary>
internal static class BenchmarkJob
{
    public static SubmitRequest Request(int trials, string searcher)
    {
        var spaces = Path.Join(ShippedFiles.Root, "search-spaces");
        var files = ImmutableSortedDictionary<string, string>.Empty
            .Add("job.yaml", Job(trials, searcher))
            .Add("space.yaml", File.ReadAllText(Path.Join(spaces, "kafka", "simulated-fleet.yaml")))
            .Add("profile.yaml", File.ReadAllText(Path.Join(spaces, "profiles", "payments.yaml")));
        return new SubmitRequest { Entry = "job.yaml", Files = files };
    }

    private static string Job(int trials, string searcher) => $$"""
        apiVersion: tunesearch/v1
        kind: Job
        name: benchmark
        seed: 1
        space: space.yaml
        cluster: { driver: simulated, brokers: 3, noise: 2% }
        profiles: [profile.yaml]
        objective: { maximize: throughput }
        annealing: { walkers: 1{{(searcher.Length == 0 ? string.Empty : $", searcher: {searcher}")}} }
        budget: { trials: {{trials}} }
        verification: none
        """;
}
