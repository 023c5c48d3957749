using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Why a host stopped that nobody told to: to who waits for it, that looks like any stop.</summary>
public static class HostFault
{
    /// <summary>What made it stop, or null where that came from outside. Ask before it is disposed.</summary>
    public static Exception? Of(IHost host) => host.Services.GetServices<IHostedService>()
        .Select(service => service switch
        {
            BackgroundService background => background.ExecuteTask?.Exception?.InnerException,
            StoreClaimed claimed => claimed.Taken,
            _ => null,
        })
        .FirstOrDefault(fault => fault is not null);
}
