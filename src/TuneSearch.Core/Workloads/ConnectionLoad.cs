using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Workloads;

/// <param name="Held">Idle connections kept open beside those of producers and consumers.</param>
/// <param name="ChurnPerSecond">Connections opened and closed a second.</param>
public sealed record ConnectionLoad(
    [property: Range(0, 100_000)] int Held = 0,
    [property: Range(0.0, 10_000.0)] double ChurnPerSecond = 0);
