namespace TuneSearch.Core.Validation;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    private const int ListedAtMost = 16;

    /// <summary>The known name nearest to <paramref name="written"/>, or null where none is near: as many edits as a third of its length, at least one.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        // Below three letters everything is near everything.
        var limit = written.Length < 3 ? 0 : Math.Max(written.Length < 6 ? 1 : 2, written.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(Folded(written), Folded(name))))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>A remedy: «Did you mean 'x'?» where something is near, else the known names.</summary>
    public static string Remedy(string written, IReadOnlyCollection<string> known)
    {
        if (To(written, known) is { } near)
        {
            return $"Did you mean '{near}'?";
        }

        var listed = string.Join(", ", known.Take(ListedAtMost));
        return known.Count switch
        {
            0 => "Remove it: nothing can stand here.",
            <= ListedAtMost => $"Write one of: {listed}.",
            _ => $"Write one of: {listed}, … ({known.Count} in all).",
        };
    }

    // Case and word separators are where people slip without meaning another name.
    private static string Folded(string name) => name.ToLowerInvariant().Replace('-', '.').Replace('_', '.');

    // Optimal string alignment: insert, delete, replace, swap neighbours (Damerau 1964).
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), replace);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
