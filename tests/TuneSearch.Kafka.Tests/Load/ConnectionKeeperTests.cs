using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Load;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class ConnectionKeeperTests
{
    /// <summary>A broker that accepts and never answers held the trial, and with it the lease and the job.</summary>
    [Theory]
    [InlineData(2, 2)]
    [InlineData(500, 3)]
    public async Task OpenAsync_BrokerThatNeverAnswers_IsGivenUp(int connections, int opened)
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var keeper = Keeper((IPEndPoint)mute.LocalEndpoint, connections);

        await keeper.OpenAsync(default).WaitAsync(TimeSpan.FromSeconds(20));

        (keeper.Opened, keeper.Refused).ShouldBe((opened, connections));
    }

    [Fact]
    public async Task OpenAsync_ToldToStop_Stops()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var keeper = Keeper((IPEndPoint)mute.LocalEndpoint, 1);

        await Should.ThrowAsync<OperationCanceledException>(() => keeper.OpenAsync(new CancellationToken(canceled: true)));

        keeper.Refused.ShouldBe(0);
    }

    private static ConnectionKeeper Keeper(IPEndPoint broker, int connections)
    {
        var profile = new Profile("p") { Connections = new ConnectionLoad(connections) };
        var episode = new Episode(1, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false);
        var target = new LoadTarget(broker.ToString(), null!, ImmutableSortedDictionary<string, string>.Empty);
        var request = new LoadRequest(episode, [profile], ClientSettings.Defaults, "test");
        return new ConnectionKeeper(ProfilePlan.For(episode, profile), new RunContext(target, request, new LoadOptions(), new MonotonicClock(new SkippingTime()), default));
    }
}
