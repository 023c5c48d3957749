using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TuneSearch.Core.Storage;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Stored jobs whose start failed for a reason that passes: a store that was locked, full or out of reach, a grain that took longer over it than calls wait.</summary>
internal sealed partial class PostponedStarts(TimeProvider time, ILogger<PostponedStarts> logger)
{
    /// <summary>A writer in the way is gone by then; a server that is started again is asked a few times.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>();

    /// <summary>False, and nothing is postponed, where trying again would only fail again.</summary>
    public bool TryAdd(string id, Exception failure)
    {
        if (!Passes(failure))
        {
            return false;
        }

        LogPostponed(id, Pause, failure);
        return _ids.Writer.TryWrite(id);
    }

    /// <summary>The jobs whose pause is over, each once; waits until there are some.</summary>
    public async Task<IReadOnlySet<string>> NextAsync(CancellationToken cancellationToken)
    {
        await _ids.Reader.WaitToReadAsync(cancellationToken);
        await Task.Delay(Pause, time, cancellationToken);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (_ids.Reader.TryRead(out var id))
        {
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>
    /// Orleans wraps what an activation throws. A long job's grain folds its events for longer than a call waits, above all where several go on at once, and drops
    /// the calls that nobody waits for any more: asked again, it has folded them.
    /// </summary>
    private static bool Passes(Exception? failure) => failure is not null && (failure is StoreException or TimeoutException || Passes(failure.InnerException));
}
