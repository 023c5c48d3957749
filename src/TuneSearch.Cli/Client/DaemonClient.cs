using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Client;

/// <summary>The daemon's HTTP API. Every refusal and every lost connection is a <see cref="CliException"/> with the way out.</summary>
internal sealed class DaemonClient : IDisposable
{
    private readonly HttpClient _http;

    public DaemonClient(HttpClient http, string? token)
    {
        _http = http;
        // The daemon trims its token too: a file's last line end comes along easily.
        if (token?.Trim() is { Length: > 0 } trimmed)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", trimmed);
        }
    }

    public void Dispose() => _http.Dispose();

    public Task<JobDetail> SubmitAsync(SubmitRequest request, CancellationToken cancellationToken) =>
        ReadAsync<JobDetail>(new HttpRequestMessage(HttpMethod.Post, "api/v1/jobs") { Content = JsonContent.Create(request, options: ApiJson.Options) }, cancellationToken);

    public Task<JobSummary[]> ListAsync(CancellationToken cancellationToken) => ReadAsync<JobSummary[]>(Get("api/v1/jobs"), cancellationToken);

    public Task<JobDetail> ShowAsync(string id, CancellationToken cancellationToken) => ReadAsync<JobDetail>(Get(Job(id)), cancellationToken);

    public Task<TrialRow[]> TrialsAsync(string id, CancellationToken cancellationToken) => ReadAsync<TrialRow[]>(Get(Job(id, "trials")), cancellationToken);

    public Task<EvidenceName[]> EvidenceAsync(string id, CancellationToken cancellationToken) => ReadAsync<EvidenceName[]>(Get(Job(id, "evidence")), cancellationToken);

    public async Task<byte[]> EvidenceAsync(string id, EvidenceName file, CancellationToken cancellationToken)
    {
        // A slash that is escaped stays escaped in the daemon's routing.
        var name = string.Join('/', file.Name.Split('/').Select(Uri.EscapeDataString));
        using var response = await SendAsync(Get(Job(id, string.Create(CultureInfo.InvariantCulture, $"evidence/{file.Trial}/{name}"))), cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>The body as the daemon wrote it.</summary>
    public async Task<string> TextAsync(string id, string part, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(Get(Job(id, part)), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <param name="verb">pause, resume or cancel.</param>
    public Task<JobDetail> ChangeAsync(string id, string verb, CancellationToken cancellationToken) =>
        ReadAsync<JobDetail>(new HttpRequestMessage(HttpMethod.Post, Job(id, verb)), cancellationToken);

    /// <summary>The job now and after each change, until it has ended or the daemon stops.</summary>
    public async IAsyncEnumerable<JobDetail> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(Get(Job(id, "events")), cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(events))
        {
            if (events.Current.EventType == "job")
            {
                yield return JsonSerializer.Deserialize<JobDetail>(events.Current.Data, ApiJson.Options)!;
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static string Job(string id, string? part = null) => $"api/v1/jobs/{Uri.EscapeDataString(id)}{(part is null ? string.Empty : "/" + part)}";

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken))!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new UnreachableException(_http.BaseAddress!, Reason(unreachable));
        }

        return response.IsSuccessStatusCode ? response : throw await RefusedAsync(response, cancellationToken);
    }

    private static async Task<CliException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var where = response.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority);
            var code = response.StatusCode is HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError ? ExitCode.Failed : ExitCode.BadInput;
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return Parse(text) switch
            {
                { Problems: { Count: > 0 } problems } => new CliException(code, problems),
                { Title: { } title } problem => new CliException(code, where, problem.Detail ?? title, "See the daemon's log."),
                _ => new CliException(code, where, $"it answers {(int)response.StatusCode} {response.ReasonPhrase}, and not as a TuneSearch daemon does", "See that --server names one."),
            };
        }
    }

    private static ApiProblem? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiProblem>(text, ApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(HttpRequestException failure) => (failure.InnerException ?? failure).Message.TrimEnd('.');
}
