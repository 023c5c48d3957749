using System.Collections.Immutable;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files;

/// <param name="Kind">Null where the file does not tell.</param>
public sealed record FileReport(string Path, FileKind? Kind, ImmutableArray<Problem> Problems);
