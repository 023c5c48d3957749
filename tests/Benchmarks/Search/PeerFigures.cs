using System.Globalization;

namespace TuneSearch.Benchmarks.Search;

/// <summary>The scores of well-known optimisers, read from peers.md: the first table is the mean, then one for each landscape.</summary>
public sealed class PeerFigures
{
    private readonly Dictionary<string, List<(string Optimiser, double?[] Cells)>> _tables = new(StringComparer.Ordinal);

    private PeerFigures()
    {
    }

    /// <summary>Null where the folder has no peers.md.</summary>
    public static PeerFigures? Read(string folder)
    {
        var path = Path.Combine(folder, "peers.md");
        if (!File.Exists(path))
        {
            return null;
        }

        var figures = new PeerFigures();
        var landscape = string.Empty;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                landscape = line[4..].Trim();
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| optimiser", StringComparison.Ordinal))
            {
                var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
                if (!figures._tables.TryGetValue(landscape, out var table))
                {
                    figures._tables[landscape] = table = [];
                }

                table.Add((cells[0], [.. cells.Skip(2).Select(Number)]));
            }
        }

        return figures;
    }

    /// <summary>The lowest figure of all peers with the budget or with a smaller one: what was reached with fewer trials has to be beaten with more too.</summary>
    /// <param name="landscape">Empty for the mean.</param>
    public (double Regret, string Optimiser)? Best(string landscape, bool isNoisy, int budget)
    {
        var last = Array.IndexOf(LandscapeScore.Budgets, budget);
        if (last < 0 || !_tables.TryGetValue(landscape, out var table))
        {
            return null;
        }

        var cells = table.SelectMany(row => Enumerable.Range(isNoisy ? 4 : 0, last + 1).Select(i => (Regret: row.Cells[i], row.Optimiser)))
            .Where(cell => cell.Regret is not null).ToArray();
        return cells.Length == 0 ? null : cells.Select(cell => (cell.Regret!.Value, cell.Optimiser)).MinBy(cell => cell.Value);
    }

    private static double? Number(string cell) =>
        double.TryParse(cell.Trim('*'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
