using System.Net;
using System.Text;
using System.Text.Json;
using TuneSearch.Daemon.Api;

namespace TuneSearch.Cli.Tests;

/// <summary>Answers requests from a script; what is not in it finds nobody listening.</summary>
internal sealed class ScriptedDaemon : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _answers = [];

    /// <summary>Each request as «METHOD /path?query».</summary>
    public List<string> Requests { get; } = [];

    public string? LastBody { get; private set; }

    public ScriptedDaemon Json(string request, object body, HttpStatusCode status = HttpStatusCode.OK) =>
        Text(request, JsonSerializer.Serialize(body, ApiJson.Options), "application/json", status);

    public ScriptedDaemon Text(string request, string body, string type = "text/plain", HttpStatusCode status = HttpStatusCode.OK)
    {
        Next(request, () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) });
        return this;
    }

    /// <summary>After what was answered so far, nobody listens for so many requests; what is scripted last holds for good.</summary>
    public ScriptedDaemon ThenNobody(string request, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Next(request, () => throw new HttpRequestException("Connection refused"));
        }

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
        if (!_answers.TryGetValue(line, out var answers))
        {
            throw new HttpRequestException("Connection refused");
        }

        var response = (answers.Count > 1 ? answers.Dequeue() : answers.Peek())();
        response.RequestMessage = request;
        return response;
    }

    private void Next(string request, Func<HttpResponseMessage> answer)
    {
        if (!_answers.TryGetValue(request, out var answers))
        {
            _answers[request] = answers = new Queue<Func<HttpResponseMessage>>();
        }

        answers.Enqueue(answer);
    }
}
