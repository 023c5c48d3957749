using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TuneSearch.Grains.Hosting;

namespace TuneSearch.Grains.Tests.Hosting;

public sealed class GrainOptionsTests
{
    [Fact]
    public void Defaults_AreValid()
    {
        var options = Read([]);

        options.LeaseTerm.ShouldBe(TimeSpan.FromSeconds(60));
        options.Heartbeat.ShouldBe(TimeSpan.FromSeconds(5));
        options.LeaseRetry.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void ALeaseTermOutOfRange_SaysTheRange() =>
        Should.Throw<OptionsValidationException>(() => Read(new() { ["Grains:LeaseTerm"] = "02:00:00" })).Message.ShouldContain(
            "Grains:LeaseTerm must lie from 00:00:01 to 01:00:00. Give a time such as 00:01:00.");

    [Fact]
    public void AHeartbeatTooSlowForTheLease_SaysBoth() =>
        Should.Throw<OptionsValidationException>(() => Read(new() { ["Grains:Heartbeat"] = "00:00:20" })).Message.ShouldBe(
            "Grains:Heartbeat is 00:00:20, but must be below a quarter of Grains:LeaseTerm, which is 00:01:00: "
            + "a lease is renewed by heartbeats and should survive a few that are lost. Shorten the heartbeat or lengthen the term.");

    private static GrainOptions Read(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddGrainServices();
        return services.BuildServiceProvider().GetRequiredService<IOptions<GrainOptions>>().Value;
    }
}
