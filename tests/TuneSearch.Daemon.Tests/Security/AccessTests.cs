using System.Net;
using System.Net.Http.Headers;

using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Security;

public sealed class AccessTests
{
    private const string Token = "0123456789abcdef-token";

    [Theory]
    [InlineData("/api/v1/jobs")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/API/v1/jobs")]
    [InlineData("/Metrics")]
    [InlineData("/OpenApi/v1.json")]
    public async Task Token_Set_IsNeededForData(string path)
    {
        await using var daemon = await StartAsync(Token);

        var without = await daemon.Http.GetAsync(path);
        var wrong = await daemon.Http.SendAsync(With(path, "0123456789abcdef-tokem"));
        var right = await daemon.Http.SendAsync(With(path, Token));

        without.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        without.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"tunesearch\"");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/")]
    public async Task Token_Set_IsNotNeededForProbesAndThePage(string path)
    {
        await using var daemon = await StartAsync(Token);

        (await daemon.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The page keeps the token: nothing but its own scripts may run in it, and none that stand in its markup.</summary>
    [Fact]
    public async Task Page_ContentSecurityPolicy_LetsOnlyItsOwnScriptsRun()
    {
        await using var daemon = await StartAsync(Token);

        var policy = (await daemon.Http.GetAsync("/")).Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().Split("; ");
        policy.ShouldContain("default-src 'self'");
        policy.ShouldNotContain(directive => directive.StartsWith("script-src") || directive.StartsWith("connect-src"));
    }

    [Fact]
    public async Task NoToken_ForeignHostName_IsRefused()
    {
        await using var daemon = await StartAsync(null);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs");
        request.Headers.Host = "evil.example";

        (await daemon.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task NoToken_PostFromAnotherSite_IsRefused(string header, string value)
    {
        await using var daemon = await StartAsync(null);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs/nobody/cancel");
        request.Headers.Add(header, value);

        (await daemon.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task NoToken_PostFromTheOwnPage_Passes()
    {
        await using var daemon = await StartAsync(null);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs/nobody/cancel");
        request.Headers.Add("Origin", daemon.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await daemon.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<RunningDaemon> StartAsync(string? token) => RunningDaemon.StartAsync(
        SharedDaemon.InMemory with { Settings = new Dictionary<string, string?>(SharedDaemon.InMemory.Settings) { ["TuneSearch:Token"] = token } });

    private static HttpRequestMessage With(string path, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
