namespace TuneSearch.Kafka.Load;

/// <summary>Told by the engine when a run measures, so that what else is watched covers the same time: neither set-up nor warm-up, drain or clean-up.</summary>
internal interface IWindowObserver
{
    /// <summary>Right before the window opens; the warm-up's load goes on meanwhile.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Right after the window has ended.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
