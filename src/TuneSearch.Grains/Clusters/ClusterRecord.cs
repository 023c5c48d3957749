namespace TuneSearch.Grains.Clusters;

/// <summary>What a test cluster's grain keeps on disk: written before it is acted upon.</summary>
/// <remarks>Where <see cref="LastApplied"/> and <see cref="LastGood"/> differ, the process died while it applied.</remarks>
[GenerateSerializer]
[Alias("TuneSearch.ClusterRecord")]
internal sealed record ClusterRecord
{
    [Id(0)]
    public long Token { get; init; }

    [Id(1)]
    public string? Job { get; init; }

    [Id(2)]
    public string? Trial { get; init; }

    [Id(3)]
    public DateTimeOffset Until { get; init; }

    /// <summary>JSON of the configuration that the cluster was last told to run.</summary>
    [Id(4)]
    public string? LastApplied { get; init; }

    /// <summary>JSON of the last configuration that it ran in good health.</summary>
    [Id(5)]
    public string? LastGood { get; init; }
}
