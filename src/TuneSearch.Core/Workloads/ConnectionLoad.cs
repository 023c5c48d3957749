namespace TuneSearch.Core.Workloads;

/// <param name="Held">Idle connections kept open beside those of producers and consumers.</param>
/// <param name="ChurnPerSecond">Connections opened and closed a second.</param>
public sealed record ConnectionLoad(int Held = 0, double ChurnPerSecond = 0);
