using System.Collections.Immutable;
using Shouldly;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Testing.Clusters;

/// <summary>What <see cref="ICluster"/> promises. A driver joins by one subclass.</summary>
public abstract class ClusterConformance
{
    /// <summary>A configuration that runs.</summary>
    protected abstract Configuration Good { get; }

    /// <summary>Another that runs and differs from <see cref="Good"/>.</summary>
    protected abstract Configuration OtherGood { get; }

    /// <summary>The profile that the job under test has.</summary>
    protected static Profile Profile { get; } = new("conformance") { Arrivals = new ConstantArrivals(500), MessageSize = new FixedSize(200) };

    protected abstract Task<ICluster> OpenAsync();

    [RequiringFact]
    public async Task ApplyAsync_GoodConfiguration_Succeeds()
    {
        await using var cluster = await OpenAsync();

        (await cluster.ApplyAsync(Good, default)).Failure.ShouldBeNull();
    }

    [RequiringFact]
    public async Task ApplyAsync_WhatRunsAlready_ChangesNothing()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);

        var again = await cluster.ApplyAsync(Good, default);

        again.ShouldBe(new ApplyResult(Restarts: 0, Changes: 0));
    }

    [RequiringFact]
    public async Task ApplyAsync_AnotherConfiguration_CountsItsChanges()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);

        (await cluster.ApplyAsync(OtherGood, default)).Changes.ShouldBeGreaterThan(0);
    }

    [RequiringFact]
    public async Task RunAsync_AppliedConfiguration_IsMeasuredOnce()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);

        var outcome = await cluster.RunAsync(new EpisodeRun(1, Good, Episode(1)), default);

        var measurement = outcome.ShouldBeOfType<Measured>().Measurements.ShouldHaveSingleItem();
        measurement.Metrics.Values.ShouldAllBe(value => double.IsFinite(value));
    }

    [RequiringFact]
    public async Task RunAsync_SecondEpisode_IsMeasuredToo()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);
        await cluster.RunAsync(new EpisodeRun(1, Good, Episode(1)), default);
        await cluster.ApplyAsync(OtherGood, default);

        (await cluster.RunAsync(new EpisodeRun(2, OtherGood, Episode(2)), default)).ShouldBeOfType<Measured>();
    }

    [RequiringFact]
    public async Task RunAsync_Cancelled_ThrowsAndStaysUsable()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => cluster.RunAsync(new EpisodeRun(1, Good, Episode(1)), stop.Token));

        (await cluster.RunAsync(new EpisodeRun(1, Good, Episode(1)), default)).ShouldBeOfType<Measured>();
    }

    [RequiringFact]
    public async Task RestoreAsync_Twice_IsAsOnce()
    {
        await using var cluster = await OpenAsync();
        await cluster.ApplyAsync(Good, default);

        await cluster.RestoreAsync(default);
        await cluster.RestoreAsync(default);

        (await cluster.ApplyAsync(Good, default)).Failure.ShouldBeNull();
    }

    private static Episode Episode(ulong seed) =>
        new(seed, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(Profile.Name, 1.0)]), HeldOut: false)
        {
            Duration = TimeSpan.FromMilliseconds(300),
            MaxWarmUp = TimeSpan.FromMilliseconds(200),
        };
}
