using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>A job as server-sent events: <c>trial</c> and <c>progress</c> for what changed since the version that the caller knows, then <c>job</c>; it closes when the job has ended.</summary>
/// <remarks>Each event's id is the job's version, so a client that comes back with Last-Event-ID misses nothing and sees nothing twice.</remarks>
internal static class WatchEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/jobs/{id}/events", WatchAsync).WithName("WatchJob").Produces<string>(contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> WatchAsync(
        string id, HttpRequest request, IJobService jobs, IHostApplicationLifetime lifetime, CancellationToken cancellationToken, long since = 0)
    {
        if (await jobs.FindAsync(id, cancellationToken) is null)
        {
            return Problems.NoSuchJob(id);
        }

        var known = long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : since;

        // The request's token fires when the caller goes, the lifetime's when the daemon stops; a stream that ended at neither would hold up the stop.
        return TypedResults.ServerSentEvents(EventsAsync(id, known, jobs, lifetime.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        string id, long known, IJobService jobs, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await using var readings = jobs.WatchAsync(id, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(readings))
        {
            var job = readings.Current;
            var from = known;
            foreach (var row in job.Trials.Where(row => row.Version > from))
            {
                yield return Item("trial", row, null);
            }

            foreach (var point in job.Progress.Where(point => point.Version > from))
            {
                yield return Item("progress", point, null);
            }

            // The id comes last: a client cut off before it asks again for the whole change.
            yield return Item("job", job.ToDetail(), job.Version);
            known = job.Version;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JobReading> readings)
    {
        try
        {
            return await readings.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static SseItem<string> Item<T>(string name, T value, long? version) =>
        new(JsonSerializer.Serialize(value, ApiJson.Options), name) { EventId = version?.ToString(CultureInfo.InvariantCulture) };
}
