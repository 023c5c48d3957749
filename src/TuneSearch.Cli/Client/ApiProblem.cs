using TuneSearch.Core.Validation;

namespace TuneSearch.Cli.Client;

/// <summary>What the daemon says when it refuses (problem+json, RFC 9457).</summary>
internal sealed record ApiProblem(string? Title, string? Detail, IReadOnlyList<Problem>? Problems);
