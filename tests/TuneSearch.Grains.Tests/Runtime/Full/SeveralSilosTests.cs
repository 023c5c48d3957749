using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Orleans.TestingHost;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Tests.Jobs;
using TuneSearch.Storage.Memory;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Grains.Tests.Runtime;

/// <summary>Jobs, trials and clusters on silos of their own: everything they say to each other goes over the wire.</summary>
public sealed class SeveralSilosTests
{
    [Fact]
    public async Task Jobs_OverThreeSilos_RunToTheirEnd()
    {
        await using var store = new MemoryJobStore();
        await using var cluster = Build(store);
        await cluster.DeployAsync();
        var grains = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();

        string[] ids = ["a", "b", "c"];
        foreach (var id in ids)
        {
            await store.CreateAsync(new StoredJob(id, id, new JobBundle(id, ImmutableSortedDictionary<string, string>.Empty), default), default);
            await grains.GetGrain<ISearchJobGrain>(id).StartAsync();
        }

        foreach (var id in ids)
        {
            while ((await grains.GetGrain<ISearchJobGrain>(id).ViewAsync()).Read<JobView>().Status != JobStatus.Done)
            {
                await Task.Yield();
            }

            var events = await store.ReadAsync(id, 0, default);
            events.OfType<TrialEnded>().Select(ended => ended.Number).Order().ShouldBe(Enumerable.Range(1, 12));
            events.Length.ShouldBe(25);
        }

        (await Should.ThrowAsync<UnknownJobException>(() => grains.GetGrain<ISearchJobGrain>("nobody").StartAsync()))
            .Message.ShouldBe("There is no job 'nobody' in the store. 'tunesearch jobs' lists those there are.");
    }

    private static InProcessTestCluster Build(IJobStore store)
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureSiloHost((_, host) => host.Services
            .AddGrainServices()
            .AddSingleton(store)
            .AddSingleton(Loader())
            .AddSingleton(Directors())
            .AddSingleton<IClusterDriver>(new FakeClusterDriver("simulated")));
        return builder.Build();
    }

    private static IJobLoader Loader()
    {
        var loader = Substitute.For<IJobLoader>();
        loader.Load(Arg.Any<JobBundle>()).Returns(call => new JobSpec(
            call.Arg<JobBundle>().Entry,
            1,
            new SearchSpace("test", []),
            new SimulatedClusterSpec { Clusters = 2 },
            new ObjectiveSpec(Goal.Maximize, "throughput", null!)) { Budget = new Budget(12) });
        return loader;
    }

    private static IJobDirectorFactory Directors()
    {
        var directors = Substitute.For<IJobDirectorFactory>();
        directors.Create(Arg.Any<JobSpec>()).Returns(call => new ScriptedDirector(call.Arg<JobSpec>()));
        return directors;
    }
}
