using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace TuneSearch.Grains.Hosting;

/// <summary>Puts the grains into a host, on Orleans.</summary>
public static class GrainHosting
{
    /// <summary>Deactivation may take long: a test cluster is put back as it was found.</summary>
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Adds the grains, a silo and <see cref="Orleans.IGrainFactory"/>. Call it before adding services that call grains.</summary>
    public static IHostApplicationBuilder AddTuneSearchGrains(this IHostApplicationBuilder builder)
    {
        builder.Services.AddGrainServices();
        builder.UseOrleans(silo =>
        {
            var options = builder.Configuration.GetSection("Orleans");
            silo.UseLocalhostClustering(siloPort: int.Parse(options["SiloPort"] ?? "11111"), gatewayPort: int.Parse(options["GatewayPort"] ?? "30000"));
            silo.Configure<GrainCollectionOptions>(collection => collection.DeactivationTimeout = DeactivationTimeout);
        });
        return builder;
    }
}
