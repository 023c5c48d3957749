using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using TuneSearch.Core.Clusters;

namespace TuneSearch.Daemon.Hosting;

/// <summary>At start, before any job goes on, has every driver put right what a killed daemon left on its clusters.</summary>
internal sealed partial class ClustersPutRight(IEnumerable<IClusterRecovery> drivers, ILogger<ClustersPutRight> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var driver in drivers)
        {
            foreach (var line in await driver.RecoverAsync(cancellationToken))
            {
                LogPutRight(line);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
