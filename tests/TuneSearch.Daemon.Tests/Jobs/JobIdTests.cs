using FsCheck.Xunit;

using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class JobIdTests
{
    [Theory]
    [InlineData("EU West: nightly!", "eu-west-nightly-1")]
    [InlineData("---", "job-1")]
    [InlineData("", "job-1")]
    [InlineData("Größe", "gr-e-1")]
    public void Next_Name_IsReadable(string name, string id) => JobId.Next(name, []).ShouldBe(id);

    [Fact]
    public void Next_TakenIds_GoesAboveTheHighest() =>
        JobId.Next("nightly", ["nightly-2", "nightly-11", "nightly-eu-40", "nightly-x", "other-99"]).ShouldBe("nightly-12");

    [Property]
    public bool Next_AnyName_FitsAUrl(string? name) =>
        JobId.Next(name ?? string.Empty, []) is { Length: <= 50 } id && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && id == Uri.EscapeDataString(id);
}
