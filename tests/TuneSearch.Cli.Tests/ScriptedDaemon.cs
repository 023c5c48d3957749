using System.Net;
using System.Text;
using System.Text.Json;
using TuneSearch.Daemon.Api;

namespace TuneSearch.Cli.Tests;

/// <summary>Answers requests from a script; what is not in it finds nobody listening.</summary>
internal sealed class ScriptedDaemon : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = [];

    /// <summary>Each request as «METHOD /path?query».</summary>
    public List<string> Requests { get; } = [];

    public string? LastBody { get; private set; }

    public ScriptedDaemon Json(string request, object body, HttpStatusCode status = HttpStatusCode.OK) =>
        Text(request, JsonSerializer.Serialize(body, ApiJson.Options), "application/json", status);

    public ScriptedDaemon Text(string request, string body, string type = "text/plain", HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers[request] = () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        return this;
    }

    /// <summary>A stream of «job» events, then its end.</summary>
    public ScriptedDaemon Events(string request, params object[] jobs) =>
        Text(request, string.Concat(jobs.Select(job => $"event: job\ndata: {JsonSerializer.Serialize(job, ApiJson.Options)}\n\n")), "text/event-stream");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Requests.Add(line);
        LastBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        if (!_answers.TryGetValue(line, out var answer))
        {
            throw new HttpRequestException("Connection refused");
        }

        var response = answer();
        response.RequestMessage = request;
        return response;
    }
}
