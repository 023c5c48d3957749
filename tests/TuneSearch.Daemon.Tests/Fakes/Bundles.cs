using System.Collections.Immutable;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>Small jobs as texts.</summary>
internal static class Bundles
{
    public static JobBundle Simulated(int trials = 12, string name = "nightly", string verification = "none", string? relevance = null) => new(
        "job.yaml",
        ImmutableSortedDictionary<string, string>.Empty
            .Add("job.yaml", $$"""
                apiVersion: tunesearch/v1
                kind: Job
                name: {{name}}
                seed: 42
                space: space.yaml
                cluster: { driver: simulated, noise: 0.02 }
                objective: { maximize: throughput }
                budget: { trials: {{trials}} }
                verification: {{verification}}
                {{(relevance is null ? string.Empty : "relevance: learned.relevance.yaml")}}
                """)
            .Add("learned.relevance.yaml", relevance ?? string.Empty)
            .Add("space.yaml", """
                apiVersion: tunesearch/v1
                kind: SearchSpace
                name: client
                parameters:
                  - { name: linger.ms, scope: producer, type: real, range: [0, 100], default: 5, unit: ms }
                  - { name: batch.size, scope: producer, type: integer, range: [8192, 1048576], scale: log, default: 16384 }
                  - { name: compression.type, scope: producer, type: categorical, values: [none, lz4, zstd], default: none }
                  - { name: num.network.threads, scope: broker, type: integer, range: [1, 32], default: 3 }
                """));
}
