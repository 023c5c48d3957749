using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TuneSearch.Cli.Runs;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class OfflineHostTests
{
    /// <summary>What a killed run was to put back stands there; nobody would look into a folder of its own.</summary>
    [Fact]
    public async Task Start_KeepsItsNotesWhereTheDaemonLooks()
    {
        await using var host = await OfflineHost.StartAsync(new CliContext(TextWriter.Null, TextWriter.Null), default);

        host.Services.GetRequiredService<IOptions<DaemonOptions>>().Value.DataDirectory.ShouldBe(
            Environment.GetEnvironmentVariable("TuneSearch__DataDirectory") ?? new DaemonOptions().DataDirectory);
    }
}
