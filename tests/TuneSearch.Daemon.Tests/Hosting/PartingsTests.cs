using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class PartingsTests
{
    private bool _isStopping;

    [Theory]
    [InlineData("Polly", LogLevel.Error)]
    [InlineData("Orleans.Messaging", LogLevel.Error)]
    [InlineData("TuneSearch.Grains.Jobs.SearchJobGrain", LogLevel.Warning)]
    public void Mute_OnceAStopHasBegun_SilencesWhatIsSaidOfGrainsThatLeft(string category, LogLevel level)
    {
        Says(category, level).ShouldBeTrue();

        _isStopping = true;

        Says(category, level).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Polly", LogLevel.Critical)]
    [InlineData("Orleans.Runtime.Silo", LogLevel.Error)]
    [InlineData("TuneSearch.Grains.Jobs.SearchJobGrain", LogLevel.Error)]
    [InlineData("TuneSearch.Grains.Clusters.TestClusterGrain", LogLevel.Warning)]
    public void Mute_OnceAStopHasBegun_LeavesFaults(string category, LogLevel level)
    {
        _isStopping = true;

        Says(category, level).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Polly", LogLevel.Information, "Warning", false)]
    [InlineData("Polly", LogLevel.Warning, "Error", false)]
    [InlineData("Polly", LogLevel.Debug, "Debug", true)]
    [InlineData("TuneSearch.Grains.Trials.TrialGrain", LogLevel.Information, "Error", true)]
    public void Mute_BeforeAStop_LeavesTheSettingsLevel(string category, LogLevel level, string polly, bool says) => Says(category, level, polly).ShouldBe(says);

    private bool Says(string category, LogLevel level, string polly = "Warning")
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Polly", polly)]).Build();
        var provider = Substitute.For<ILoggerProvider>();
        provider.CreateLogger(Arg.Any<string>()).IsEnabled(Arg.Any<LogLevel>()).Returns(true);
        using var services = new ServiceCollection()
            .AddLogging(logging =>
            {
                logging.AddConfiguration(settings.GetSection("Logging")).AddProvider(provider);
                Partings.Mute(logging, settings, () => _isStopping);
            })
            .BuildServiceProvider();
        return services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level);
    }
}
