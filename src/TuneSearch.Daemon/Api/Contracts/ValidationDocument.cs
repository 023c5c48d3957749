namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>What a valid job would do.</summary>
/// <param name="Searched">Parameters that are not frozen.</param>
/// <param name="Trials">The budget.</param>
public sealed record ValidationDocument(string Name, string Driver, int Parameters, int Searched, IReadOnlyList<string> Profiles, int Trials);
