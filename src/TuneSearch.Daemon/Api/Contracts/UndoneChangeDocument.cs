namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>One setting that goes back.</summary>
/// <param name="Tuned">What it is.</param>
/// <param name="Value">What it is set to; null where it is to be set no more.</param>
public sealed record UndoneChangeDocument(string Parameter, string Scope, string? Tuned, string? Value, bool NeedsRestart);
