using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>The way back from a job's answer (<c>best --format json-undo</c>).</summary>
/// <param name="Configuration">What runs afterwards.</param>
public sealed record UndoDocument(Configuration Configuration, ImmutableArray<UndoneChangeDocument> Changes);
