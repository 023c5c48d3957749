using Microsoft.Extensions.Configuration;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What cannot be read, what no option has, what is out of range and what breaks a law between sections: one answer for all.</summary>
    [Fact]
    public void Create_WithSettingsThatAreWrongInEveryWay_SaysAllAtOnce()
    {
        var file = Path.Join(_folder.Path, "settings.json");
        File.WriteAllText(file, """
            {
              "TuneSearch": { "Lisen": "http://127.0.0.1:1", "JobRoots": "/tmp", "MaxBodyBytes": "many", "Token": "short", "Store": { "Kind": "mongo" } },
              "Grains": { "LeaseTerm": "00:00:10", "Heartbeat": "00:00:09" }
            }
            """);
        var request = new HostRequest { ConfigFile = file, Settings = new Dictionary<string, string?> { ["TuneSearch:StopTimeout"] = "5 parsecs" } };

        var problems = Should.Throw<InvalidInputException>(() => TuneSearchHost.CreateServer(request)).Problems;

        problems.Select(problem => problem.Where).ShouldBe(
            [$"{file}: TuneSearch:JobRoots", $"{file}: TuneSearch:Lisen", $"{file}: TuneSearch:MaxBodyBytes", "TuneSearch:StopTimeout", "settings", "settings", "settings"]);
        problems.Skip(4).Select(problem => problem.Message[..problem.Message.IndexOf(' ')]).ShouldBe(["TuneSearch:Token:", "TuneSearch:Store:Kind:", "Grains:Heartbeat"]);
    }

    [Fact]
    public void Create_OfARunWithoutADaemon_ChecksThemToo() =>
        Should.Throw<InvalidInputException>(() => TuneSearchHost.CreateOffline(new HostRequest { Settings = new Dictionary<string, string?> { ["TuneSearch:MaxBodyByte"] = "3" } }))
            .Problems.Single().ToString().ShouldBe("TuneSearch:MaxBodyByte: there is no such setting. Did you mean 'MaxBodyBytes'?");

    [Fact]
    public void Place_OfAKeyOfTheEnvironment_IsItsVariable()
    {
        // With a prefix of its own, for the variables of a process are those of all its tests.
        Environment.SetEnvironmentVariable("PlaceTest_TuneSearch__MaxBodyByte", "3");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("TuneSearch:MaxBodyByte", "2")]).AddEnvironmentVariables("PlaceTest_").Build();

        SettingsPlace.Of(settings, "TuneSearch:MaxBodyByte").ShouldBe("environment: TuneSearch__MaxBodyByte");
        SettingsPlace.Of(settings, "TuneSearch").ShouldBe("environment: TuneSearch");
        SettingsPlace.Of(settings, "TuneSearch:Other").ShouldBe("TuneSearch:Other");
    }
}
