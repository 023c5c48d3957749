using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>The daemon as it is shipped, on a free port and a data directory of its own.</summary>
internal sealed class RunningDaemon : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningDaemon(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningDaemon> StartAsync(HostRequest request, Action<IServiceCollection>? replace = null)
    {
        var quiet = new Dictionary<string, string?>(request.Settings)
        {
            ["Logging:LogLevel:Default"] = "None",

            // Several daemons of one test are several silos on this machine in the full set.
            ["Orleans:SiloPort"] = "0",
            ["Orleans:GatewayPort"] = "0",
        };
        var app = TuneSearchHost.CreateServer(request with { Listen = request.Listen ?? "http://127.0.0.1:0", Settings = quiet }, replace);
        await app.StartAsync();
        return new RunningDaemon(app);
    }

    public async Task<JobDetail> SubmitAsync(JobBundle bundle)
    {
        var response = await Http.PostAsJsonAsync("/api/v1/jobs", new SubmitRequest { Entry = bundle.Entry, Files = bundle.Files }, ApiJson.Options);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JobDetail>(ApiJson.Options))!;
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>("/api/v1" + path, ApiJson.Options))!;

    /// <summary>Returns when the job's event stream says so.</summary>
    public async Task<JobDetail> UntilAsync(string id, Func<JobDetail, bool> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var item in EventsAsync(id, cancellationToken: limit.Token))
        {
            if (item is JobDetail detail && wanted(detail))
            {
                return detail;
            }
        }

        throw new InvalidOperationException($"The job {id} ended before it was as wanted.");
    }

    /// <summary>The documents of the job's event stream until it ends.</summary>
    public async IAsyncEnumerable<object> EventsAsync(string id, long since = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = await Http.GetStreamAsync($"/api/v1/jobs/{id}/events?since={since}", cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            yield return item.EventType switch
            {
                "trial" => JsonSerializer.Deserialize<TrialRow>(item.Data, ApiJson.Options)!,
                "progress" => JsonSerializer.Deserialize<ProgressPoint>(item.Data, ApiJson.Options)!,
                _ => JsonSerializer.Deserialize<JobDetail>(item.Data, ApiJson.Options)!,
            };
        }
    }

    /// <summary>Pauses, resumes or cancels.</summary>
    public async Task<JobDetail> PostAsync(string id, string verb)
    {
        var response = await Http.PostAsync($"/api/v1/jobs/{id}/{verb}", null);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JobDetail>(ApiJson.Options))!;
    }

    /// <summary>As SIGTERM does.</summary>
    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
