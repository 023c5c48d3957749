using System.Globalization;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>A job as server-sent events, from the version that the caller knows; the stream closes when the job has ended.</summary>
/// <remarks>Each event's id is the job's version, so a client that comes back with Last-Event-ID misses nothing and sees nothing twice.</remarks>
internal static class WatchEndpoint
{
    private const string EventStream = "text/event-stream";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/jobs/{id}/events", WatchAsync).WithName("WatchJob").Produces<string>(contentType: EventStream).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> WatchAsync(
        string id, HttpContext http, IJobService jobs, IHostApplicationLifetime lifetime, TimeProvider time, CancellationToken cancellationToken, long since = 0)
    {
        if (await jobs.FindAsync(id, cancellationToken) is null)
        {
            return Problems.NoSuchJob(id);
        }

        var known = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : since;
        http.Response.Headers.CacheControl = "no-cache,no-store";
        http.Response.Headers.ContentEncoding = "identity";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        return Results.Stream(stream => WriteAsync(stream, id, known, jobs, time, lifetime.ApplicationStopping, cancellationToken), EventStream);
    }

    /// <param name="stopping">The daemon stops: a stream that went on would hold that up.</param>
    /// <param name="gone">The caller has gone.</param>
    private static async Task WriteAsync(
        Stream stream, string id, long known, IJobService jobs, TimeProvider time, CancellationToken stopping, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        await foreach (var text in JobEvents.OfAsync(token => jobs.WatchAsync(id, token), known, time, either.Token))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), gone);
            await stream.FlushAsync(gone);
        }
    }
}
