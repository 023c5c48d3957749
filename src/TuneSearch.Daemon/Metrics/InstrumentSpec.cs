namespace TuneSearch.Daemon.Metrics;

/// <summary>What docs/telemetry.md says of an instrument; a test holds the page and the code together.</summary>
/// <param name="Name">Without the meter's name, which both expositions put before it.</param>
/// <param name="Unit">Base unit («s», «By»), or null for counts.</param>
internal sealed record InstrumentSpec(string Name, InstrumentKind Kind, string? Unit, string Help, params string[] Labels);
