using System.Collections.Immutable;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Every instrument there is.</summary>
internal static class InstrumentCatalogue
{
    public static readonly ImmutableArray<InstrumentSpec> All =
        [.. JobInstruments.All, .. BoardInstruments.All, .. ClusterInstruments.All, .. StoreInstruments.All, .. HttpInstruments.All, .. ProcessInstruments.All];
}
