using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class OfflineTests
{
    /// <summary>The host's own limit is 30 s, within which no rolling restart of brokers is done; the process would end with the cluster half put back.</summary>
    [Fact]
    public void Stop_OfARunWithoutADaemon_WaitsUntilItsClusterIsPutBack()
    {
        using var folder = new DataFolder();
        using var host = TuneSearchHost.CreateOffline(folder.Request);

        host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }
}
