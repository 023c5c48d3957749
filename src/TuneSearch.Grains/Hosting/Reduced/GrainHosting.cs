using Microsoft.Extensions.Hosting;

namespace TuneSearch.Grains.Hosting;

/// <summary>Puts the grains into a host, on the in-process runtime.</summary>
public static class GrainHosting
{
    /// <summary>Deactivation may take long: a test cluster is put back as it was found, one broker after the other. A daemon that stops waits no longer than its StopTimeout.</summary>
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromHours(1);

    /// <summary>Adds the grains, their runtime and <see cref="Orleans.IGrainFactory"/>. Call it before adding services that call grains.</summary>
    public static IHostApplicationBuilder AddTuneSearchGrains(this IHostApplicationBuilder builder)
    {
        builder.Services.AddGrainServices();
        builder.Services.AddInProcessOrleans(options =>
        {
            options.GrainAssemblies.Add(typeof(GrainHosting).Assembly);
            options.DeactivationTimeout = DeactivationTimeout;
        });
        return builder;
    }

    /// <summary>Whether jobs are shared with other daemons; the in-process runtime knows of none.</summary>
    public static bool JoinsOtherDaemons(this IHostApplicationBuilder builder) => false;
}
