using Confluent.Kafka;

namespace TuneSearch.Kafka.Load;

/// <summary>The first error that a run's clients met, in the client's words. Thread-safe.</summary>
internal sealed class ClientErrors
{
    private string? _first;
    private string? _fatal;

    /// <summary>Null where there was none.</summary>
    public string? First => Volatile.Read(ref _first);

    /// <summary>An error that the client cannot go on after; null where there was none.</summary>
    public string? Fatal => Volatile.Read(ref _fatal);

    public void Note(Error error)
    {
        var text = $"{error.Reason} ({error.Code})";
        Interlocked.CompareExchange(ref _first, text, null);
        if (error.IsFatal)
        {
            Interlocked.CompareExchange(ref _fatal, text, null);
        }
    }
}
