using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files;

/// <summary>Puts problems in the order in which somebody reads the files: file by file as they were met, then by line and column.</summary>
internal static class PlaceOrder
{
    public static ImmutableArray<Problem> Sort(IReadOnlyList<Problem> problems)
    {
        var files = problems.Select(problem => Split(problem.Where).File).Distinct().ToList();
        return [.. problems.OrderBy(problem => Split(problem.Where) is var place ? (files.IndexOf(place.File), place.Line, place.Column) : default)];
    }

    private static (string File, int Line, int Column) Split(string where)
    {
        var parts = where.Split(':');
        return parts.Length >= 3
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            && int.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? (string.Join(':', parts[..^2]), line, column)
                : (where, 0, 0);
    }
}
