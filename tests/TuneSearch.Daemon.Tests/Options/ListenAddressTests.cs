using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Tests.Options;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7310", "127.0.0.1", 7310, true)]
    [InlineData("http://localhost:0", "127.0.0.1", 0, true)]
    [InlineData("http://[::1]:7310/", "::1", 7310, true)]
    [InlineData("http://0.0.0.0:80", "0.0.0.0", 80, false)]
    [InlineData("http://192.168.1.5:7310", "192.168.1.5", 7310, false)]
    public void TryParse_AddressAndPort_TellsLoopback(string text, string address, int port, bool loopback)
    {
        ListenAddress.TryParse(text, out var parsed).ShouldBeTrue();

        parsed.Address.ToString().ShouldBe(address);
        parsed.Port.ShouldBe(port);
        parsed.IsLoopback.ShouldBe(loopback);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7310")]
    [InlineData("127.0.0.1:7310")]
    [InlineData("https://127.0.0.1:7310")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://example.org:7310")]
    [InlineData("http://127.0.0.1:7310/path")]
    [InlineData("http://user@127.0.0.1:7310")]
    [InlineData("http://127.0.0.1:99999")]
    public void TryParse_AnythingElse_IsRefused(string text) => ListenAddress.TryParse(text, out _).ShouldBeFalse();
}
