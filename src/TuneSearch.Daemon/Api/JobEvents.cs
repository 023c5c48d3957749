using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>A job's readings as the text of a stream of server-sent events (WHATWG HTML, 9.2): <c>trial</c> and <c>progress</c> for what changed, then <c>job</c>.</summary>
internal static class JobEvents
{
    /// <summary>As the standard advises; proxies cut connections that were silent for a minute (nginx: proxy_read_timeout).</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private const string KeepAlive = ":\n\n";

    /// <summary>Ends with the readings, and where they are cancelled.</summary>
    /// <param name="readings">Each time from the start; given the token that ends them.</param>
    /// <param name="known">The version that the caller knows: only what is newer is told.</param>
    public static async IAsyncEnumerable<string> OfAsync(
        Func<CancellationToken, IAsyncEnumerable<JobReading>> readings, long known, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var jobs = readings(ending.Token).GetAsyncEnumerator(ending.Token);
        var next = NextAsync(jobs);
        try
        {
            while (true)
            {
                await ((Task)next).WaitAsync(Silence, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!next.IsCompleted)
                {
                    yield return KeepAlive;
                    continue;
                }

                if (!await next)
                {
                    break;
                }

                yield return Text(jobs.Current, known);
                known = jobs.Current.Version;
                next = NextAsync(jobs);
            }
        }
        finally
        {
            // An enumerator cannot be disposed of while it looks for the next.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    /// <summary>The id comes last: a client cut off before it asks again for the whole change.</summary>
    private static string Text(JobReading job, long known) => string.Concat(
    [
        .. job.Trials.Where(row => row.Version > known).Select(row => Event("trial", row)),
        .. job.Progress.Where(point => point.Version > known).Select(point => Event("progress", point)),
        Event("job", job.ToDetail(), string.Create(CultureInfo.InvariantCulture, $"id: {job.Version}\n")),
    ]);

    private static string Event<T>(string name, T value, string id = "") => $"event: {name}\ndata: {JsonSerializer.Serialize(value, ApiJson.Options)}\n{id}\n";
}
