using TuneSearch.Kafka.Clusters.Remote;

namespace TuneSearch.Kafka.Tests.Clusters.Remote;

public sealed class LeaseNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-names").FullName;

    private LeaseNames Names => new(Path.Combine(_folder, "names"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void At_TwoMoments_AreTwoNames() =>
        (LeaseNames.At(DateTimeOffset.UnixEpoch.AddMilliseconds(26)), LeaseNames.At(DateTimeOffset.UnixEpoch.AddMilliseconds(27))).ShouldBe(("tunesearch-1a", "tunesearch-1b"));

    [Fact]
    public void Left_AfterAKill_IsEveryLeaseThatBegan()
    {
        Names.Begin("tunesearch-1a");
        Names.Begin("tunesearch-1a");
        Names.Begin("tunesearch-1b");

        Names.Left.ShouldBe(["tunesearch-1a", "tunesearch-1b"]);
        Names.Clear();
        Names.Left.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tunesearch-1a-7-0-payments-0", true)]
    [InlineData("tunesearch-1a", false)]
    [InlineData("tunesearch-1ab-7-0-payments-0", false)]
    [InlineData("orders", false)]
    public void IsOf_Name_IsTheLeasesOwnOnly(string name, bool expected) => LeaseNames.IsOf(["tunesearch-1a"], name).ShouldBe(expected);
}
