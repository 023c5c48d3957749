namespace TuneSearch.Benchmarks.Load;

/// <summary>How a bare loop hears of its messages.</summary>
internal enum BareReports
{
    /// <summary>Each message has a delivery handler, which counts.</summary>
    Handled,

    /// <summary>No handler, otherwise the client's defaults; flushing at the end tells that all arrived.</summary>
    Unhandled,

    /// <summary>Likewise, with reports switched off altogether.</summary>
    Off,
}
