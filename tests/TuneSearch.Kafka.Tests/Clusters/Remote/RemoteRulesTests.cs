using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Remote;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Remote;

public sealed class RemoteRulesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-remote").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_NoCommands_RefusesWhatNeedsThem()
    {
        var spec = new RemoteClusterSpec { Client = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("sasl.password", "${SECRET}")]) };
        var job = Jobs.On(
            spec,
            Parameter("queued.max.requests", ParameterScope.Broker, UpdateMode.Restart),
            Parameter("num.io.threads", ParameterScope.Broker, UpdateMode.ClusterWide),
            Parameter("vm.swappiness", ParameterScope.Os, UpdateMode.Sysctl));

        RemoteRules.Check(job, spec, _ => null).Select(p => p.Message).ShouldBe(
        [
            "the remote cluster names no brokers",
            "the environment variable SECRET is not set",
            "queued.max.requests needs a broker restart, and the job gives no command for that",
            "vm.swappiness is changed on the brokers' hosts, and the job gives no command for that",
        ]);
    }

    [Theory]
    [InlineData("sasl.mechanism", "OAUTHBEARER", "default", 1)]
    [InlineData("sasl.mechanisms", "OAUTHBEARER", "default", 1)]
    [InlineData("sasl.mechanism", "OAUTHBEARER", "oidc", 0)]
    [InlineData("sasl.mechanism", "SCRAM-SHA-512", "default", 0)]
    public void Check_TokensThatNobodyWouldRenew_AreRefused(string key, string mechanism, string method, int problems)
    {
        var spec = new RemoteClusterSpec
        {
            BootstrapServers = ["127.0.0.1:9092"],
            Client = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(key, mechanism), KeyValuePair.Create("sasl.oauthbearer.method", method)]),
        };

        RemoteRules.Check(Jobs.On(spec), spec, _ => null).Count().ShouldBe(problems);
    }

    [Fact]
    public void Expand_VariableInAValue_IsItsContent() =>
        ClientSecrets.Expand(new Dictionary<string, string> { ["sasl.password"] = "x${SECRET}y" }, name => name == "SECRET" ? "1" : null)["sasl.password"].ShouldBe("x1y");

    [Fact]
    public void Restart_Line_IsTheDocumentedOne() =>
        HookLine.Restart("1", [Edit(Place.Properties("1"), "queued.max.requests", "900"), Edit(Place.Jvm("1"), "heap", null)])
            .ShouldBe("""{"broker":"1","properties":{"queued.max.requests":"900"},"jvm":{"heap":null}}""");

    [Theory]
    [InlineData("starting\n{\"price\": 1.5}\n", 1.5)]
    [InlineData("done", null)]
    [InlineData("", null)]
    public void Price_OfAnAnswer_IsInItsLastLine(string output, double? price) => HookLine.Price(output).ShouldBe(price);

    [Fact]
    public void Memory_AfterARestart_KnowsWhatWasWritten()
    {
        var file = Path.Combine(_folder, "written.json");
        new ValueMemory(file).Remember([Edit(Place.Hook, "filesystem", "ext4"), Edit(Place.Kernel, "vm.swappiness", "1")]);
        new ValueMemory(file).Remember([Edit(Place.Kernel, "vm.swappiness", null)]);

        var state = new ValueMemory(file).Add(ClusterState.Empty, new HashSet<string>());

        (state[Place.Hook, "filesystem"], state[Place.Kernel, "vm.swappiness"]).ShouldBe(("ext4", null));
    }

    [Fact]
    public void Memory_FileOfABroker_CountsOnlyWhileItDoesNotServe()
    {
        var memory = new ValueMemory(Path.Combine(_folder, "written.json"));
        memory.Remember([Edit(Place.Properties("2"), "queued.max.requests", "900")]);

        memory.Add(ClusterState.Empty, new HashSet<string> { "1" })[Place.Properties("2"), "queued.max.requests"].ShouldBe("900");
        memory.Add(ClusterState.Empty, new HashSet<string> { "1", "2" })[Place.Properties("2"), "queued.max.requests"].ShouldBeNull();
    }

    private static SettingEdit Edit(Place place, string name, string? value) => new(new SettingId(place, name), value);

    private static Parameter Parameter(string name, ParameterScope scope, UpdateMode mode) =>
        new(name, scope, new IntegerDomain(1, 100), ParameterValue.Integer(1)) { UpdateMode = mode };
}
