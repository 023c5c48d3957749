namespace TuneSearch.Files.Tests.Jobs;

/// <summary>The shortest files that are valid.</summary>
internal static class Texts
{
    public const string Space = """
        apiVersion: tunesearch/v1
        kind: SearchSpace
        name: two
        parameters:
          - { name: a, range: [1, 10], default: 5 }
          - { name: codec, values: [none, zstd] }
        """;

    public const string Profile = """
        apiVersion: tunesearch/v1
        kind: Profile
        name: plain
        """;

    public static string Job(string rest = "", string space = "space.yaml") => $"""
        apiVersion: tunesearch/v1
        kind: Job
        space: {space}
        {rest}
        """;
}
