using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSubstitute;
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

namespace TuneSearch.Grains.Tests.Hosting;

/// <summary>The composition that the daemon uses, on the machine's own clock.</summary>
public sealed class GrainHostingTests
{
    [Fact]
    public async Task AddTuneSearchGrains_InAHost_RunsAJobAndStopsInGoodOrder()
    {
        var driver = new FakeClusterDriver("simulated");
        await using var store = new MemoryJobStore();
        await store.CreateAsync(new StoredJob("a", "a", new JobBundle("a", ImmutableSortedDictionary<string, string>.Empty), default), default);
        using var host = Build(store, driver);

        await host.StartAsync();
        var job = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISearchJobGrain>("a");
        await job.StartAsync();
        while ((await job.ViewAsync()).Read<JobView>().Status != JobStatus.Done)
        {
            await Task.Yield();
        }

        await host.StopAsync();

        driver.Log.ShouldBe(["open a/0", "apply linger.ms=1", "run 1.0", "apply linger.ms=2", "run 2.0", "restore", "close"]);
    }

    private static IHost Build(IJobStore store, IClusterDriver driver)
    {
        var spec = new JobSpec("a", 1, new SearchSpace("test", []), new SimulatedClusterSpec(), new ObjectiveSpec(Goal.Maximize, "throughput", null!))
        {
            Budget = new Budget(2),
        };
        var loader = Substitute.For<IJobLoader>();
        loader.Load(Arg.Any<JobBundle>()).Returns(spec);
        var directors = Substitute.For<IJobDirectorFactory>();
        directors.Create(spec).Returns(_ => new ScriptedDirector(spec));

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Orleans:SiloPort"] = FreePort(),
            ["Orleans:GatewayPort"] = FreePort(),
        });
        builder.AddTuneSearchGrains();
        builder.Services.AddSingleton(store).AddSingleton(driver).AddSingleton(loader).AddSingleton(directors);
        return builder.Build();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
