using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace TuneSearch.Grains.Hosting;

/// <summary>Puts the grains into a host, on Orleans.</summary>
public static class GrainHosting
{
    /// <summary>Deactivation may take long: a test cluster is put back as it was found, one broker after the other. A daemon that stops waits no longer than its StopTimeout.</summary>
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromHours(1);

    /// <summary>Adds the grains, a silo and <see cref="IGrainFactory"/>. Call it before adding services that call grains.</summary>
    /// <remarks>One silo on this machine, or several that find each other through Redis; see <see cref="SiloOptions"/>.</remarks>
    public static IHostApplicationBuilder AddTuneSearchGrains(this IHostApplicationBuilder builder)
    {
        var options = Options(builder);
        var (siloPort, gatewayPort) = (FreePort.Or(options.SiloPort), FreePort.Or(options.GatewayPort));
        builder.Services.AddGrainServices();
        builder.UseOrleans(silo =>
        {
            if (options.Redis is { } redis)
            {
                silo.UseRedisClustering(redis);
                silo.ConfigureEndpoints(siloPort, gatewayPort);
                silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = options.ClusterId);
            }
            else
            {
                silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: options.ClusterId, clusterId: options.ClusterId);
            }

            silo.Configure<GrainCollectionOptions>(collection => collection.DeactivationTimeout = DeactivationTimeout);
        });
        return builder;
    }

    /// <summary>Whether jobs are shared with other daemons, as silos of one cluster.</summary>
    public static bool JoinsOtherDaemons(this IHostApplicationBuilder builder) => Options(builder).Redis is not null;

    private static SiloOptions Options(IHostApplicationBuilder builder) => builder.Configuration.GetSection("Orleans").Get<SiloOptions>() ?? new SiloOptions();
}
