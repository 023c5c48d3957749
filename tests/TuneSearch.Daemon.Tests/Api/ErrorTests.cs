using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Api;

public sealed class ErrorTests(SharedDaemon shared) : IClassFixture<SharedDaemon>
{
    private HttpClient Http => shared.Daemon.Http;

    [Theory]
    [InlineData("""{"entry": "a", "files": {"a": null}}""", "files.a: the file has no text. Send its text, or leave the file out")]
    [InlineData("""{"path": "a\u0000b"}""", "request: its path or its folder holds a NUL character, which no path can hold. Remove it")]
    [InlineData("""{"entry": "a", "folder": "\u0000", "files": {"a": "b"}}""", "request: its path or its folder holds a NUL character, which no path can hold. Remove it")]
    public async Task Submit_WhatNoFileCanBe_IsRefused(string body, string detail)
    {
        var response = await Http.PostAsync("/api/v1/jobs", new StringContent(body, null, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).ShouldContain(detail);
    }

    [Fact]
    public async Task Submit_InvalidJob_TellsEveryProblemAndStoresNothing()
    {
        var bundle = Bundles.Simulated();
        var broken = bundle.Files["job.yaml"].Replace("seed: 42", "sede: 42", StringComparison.Ordinal).Replace("noise: 0.02", "noise: loud", StringComparison.Ordinal);

        var answer = await Http.PostAsJsonAsync("/api/v1/jobs", new SubmitRequest { Entry = bundle.Entry, Files = bundle.Files.SetItem("job.yaml", broken) }, ApiJson.Options);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await ProblemsAsync(answer)).Select(problem => problem.Where).ShouldBe(["job.yaml:4:1", "job.yaml:6:38"], ignoreOrder: true);
        (await shared.Daemon.GetAsync<JobSummary[]>("/jobs")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_NeitherBundleNorPath_SaysWhatIsExpected()
    {
        var answer = await Http.PostAsJsonAsync("/api/v1/jobs", new SubmitRequest(), ApiJson.Options);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ProblemsAsync(answer)).Single().Message.ShouldBe("a job is either a bundle (entry and files) or a path, and this is neither or both");
    }

    [Fact]
    public async Task Submit_PathWithoutRoots_IsRefused()
    {
        var answer = await Http.PostAsJsonAsync("/api/v1/jobs", new SubmitRequest { Path = "/etc/passwd" }, ApiJson.Options);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ProblemsAsync(answer)).Single().Message.ShouldBe("no file of this name lies below the daemon's job roots (none)");
    }

    [Fact]
    public async Task Submit_NoJson_IsABadRequest()
    {
        var answer = await Http.PostAsync("/api/v1/jobs", new StringContent("{", null, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProblemsAsync(answer)).Single().Message.ShouldStartWith("its body is not the JSON that is expected");
    }

    [Fact]
    public async Task Submit_CommandThatIsNotAllowed_IsRefused()
    {
        var bundle = Bundles.Simulated();
        var job = bundle.Files["job.yaml"].Replace("{ driver: simulated, noise: 0.02 }", "{ driver: command, command: [python3, evil.py], workingDirectory: / }", StringComparison.Ordinal);

        var answer = await Http.PostAsJsonAsync("/api/v1/jobs", new SubmitRequest { Entry = bundle.Entry, Files = bundle.Files.SetItem("job.yaml", job) }, ApiJson.Options);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ProblemsAsync(answer)).Select(problem => problem.Message).ShouldBe(
        [
            "the daemon's settings do not allow it to start 'python3 evil.py'",
            "the evaluator would start in '/', which is not below one of the daemon's job roots",
        ]);
    }

    [Theory]
    [InlineData("/api/v1/jobs/nobody")]
    [InlineData("/api/v1/jobs/nobody/trials")]
    [InlineData("/api/v1/jobs/nobody/best")]
    [InlineData("/api/v1/jobs/nobody/report")]
    [InlineData("/api/v1/jobs/nobody/relevance")]
    [InlineData("/api/v1/jobs/nobody/events")]
    [InlineData("/api/v1/jobs/nobody/evidence")]
    [InlineData("/api/v1/jobs/nobody/space")]
    public async Task Get_UnknownJob_IsNotFound(string path)
    {
        var answer = await Http.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ProblemsAsync(answer)).Single().ToString().ShouldBe("nobody: no job has this id. List the jobs with: tunesearch jobs");
    }

    [Fact]
    public async Task Best_UnknownFormat_NamesTheKnown()
    {
        var answer = await Http.GetAsync("/api/v1/jobs/nobody/best?format=ini");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProblemsAsync(answer)).Single().Message.ShouldStartWith("'ini' is not one of properties, json");
    }

    [Theory]
    [InlineData("GET", "/api/v1/job", null, 404, "GET /api/v1/job: nothing is here. See /openapi/v1.json for the paths and what each takes")]
    [InlineData("DELETE", "/api/v1/catalogue", null, 405, "DELETE /api/v1/catalogue: this path takes GET. See /openapi/v1.json for the paths and what each takes")]
    [InlineData("POST", "/api/v1/jobs", "text/yaml", 415, "POST /api/v1/jobs: the body's content type is 'text/yaml; charset=utf-8', and JSON is expected. Send Content-Type: application/json")]
    public async Task Request_ThatRoutingRefuses_SaysWhatToDo(string method, string path, string? type, int status, string problem)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = type is null ? null : new StringContent("name: a", null, type);

        var answer = await Http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await ProblemsAsync(answer)).Single().ToString().ShouldBe(problem);
    }

    [Fact]
    public async Task Submit_ABodyAboveTheLimit_NamesIt()
    {
        // The daemon answers by the length alone and closes: whoever is still sending then may not get to read it.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs") { Content = new StringContent($"\"{new string('x', 4 * 1024 * 1024)}\"", null, "application/json") };
        request.Headers.ExpectContinue = true;
        var answer = await Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ProblemsAsync(answer)).Single().ToString().ShouldBe(
            "POST /api/v1/jobs: the body is larger than the 4194304 bytes that the daemon takes. Send less, or raise TuneSearch:MaxBodyBytes and start the daemon again");
    }

    private static async Task<Problem[]> ProblemsAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("problems").Deserialize<Problem[]>(ApiJson.Options)!;
    }
}
