namespace TuneSearch.Grains.Clusters;

/// <summary>What a test cluster's grain keeps on disk: written before it is acted upon.</summary>
/// <remarks>Where <see cref="LastApplied"/> and <see cref="LastGood"/> differ, the process died while it applied.</remarks>
[GenerateSerializer]
[Alias("TuneSearch.ClusterState")]
internal sealed class ClusterState
{
    [Id(0)]
    public long Token { get; set; }

    [Id(1)]
    public string? Job { get; set; }

    [Id(2)]
    public string? Trial { get; set; }

    [Id(3)]
    public DateTimeOffset Until { get; set; }

    /// <summary>JSON of the configuration that the cluster was last told to run.</summary>
    [Id(4)]
    public string? LastApplied { get; set; }

    /// <summary>JSON of the last configuration that it ran in good health.</summary>
    [Id(5)]
    public string? LastGood { get; set; }
}
