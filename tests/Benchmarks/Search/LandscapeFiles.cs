using System.Globalization;
using System.Text.Json;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Reads shared/landscapes: the catalogue datasets.json and its tables.</summary>
public static class LandscapeFiles
{
    /// <summary>The folder that was named, or the first «shared/landscapes» beside or above the working folder; null where there is none.</summary>
    public static string? Find(string named)
    {
        if (named.Length > 0)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "landscapes");
            if (File.Exists(Path.Combine(candidate, "datasets.json")))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The landscapes of a folder, those that count for the mean first.</summary>
    public static IReadOnlyList<(Landscape Landscape, bool IsCore)> Read(string folder)
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datasets.json")));
        return [.. catalogue.RootElement.EnumerateObject()
            .Select(entry => (Read(folder, entry.Name, entry.Value), IsCore: entry.Value.GetProperty("core").GetBoolean()))
            .OrderByDescending(pair => pair.IsCore)];
    }

    private static Landscape Read(string folder, string name, JsonElement entry)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "data", entry.GetProperty("file").GetString()!)).Select(line => line.Trim().Split(',')).ToArray();
        var head = lines[0];
        var body = lines.Skip(1).Where(row => row.Length == head.Length).ToArray();
        var valueColumn = Array.IndexOf(head, entry.GetProperty("value").GetString()!);
        var groups = entry.TryGetProperty("onehot", out var hot) ? hot.EnumerateObject().ToArray() : [];
        var grouped = groups.SelectMany(g => g.Value.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)).ToHashSet(StringComparer.Ordinal);
        var columns = new List<(string Name, bool IsOrdinal, string[] Cells)>();
        for (var c = 0; c < head.Length; c++)
        {
            if (c != valueColumn && !grouped.Contains(head[c]))
            {
                var column = c;
                columns.Add((head[c].TrimStart('$'), true, [.. body.Select(row => row[column])]));
            }
        }

        foreach (var group in groups)
        {
            var members = group.Value.GetProperty("columns").EnumerateArray().Select(c => Array.IndexOf(head, c.GetString()!)).ToArray();
            var labels = group.Value.TryGetProperty("labels", out var given)
                ? given.EnumerateArray().Select(l => l.ToString()).ToArray()
                : [.. members.Select(m => head[m])];
            var isOrdinal = group.Value.GetProperty("type").GetString() == "ordinal";
            columns.Add((group.Name, isOrdinal, [.. body.Select(row => labels[Array.FindIndex(members, m => Number(row[m]) != 0)])]));
        }

        var parameters = new List<Parameter>();
        var levels = new List<int[]>();
        foreach (var (column, isOrdinal, cells) in columns)
        {
            var distinct = isOrdinal ? cells.DistinctBy(Number).OrderBy(Number).ToArray() : cells.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (distinct.Length < 2)
            {
                continue;
            }

            var values = ValueList.From(distinct.Select(cell => ToValue(cell, isOrdinal)));
            parameters.Add(new Parameter(column, ParameterScope.Custom, isOrdinal ? new OrdinalDomain(values) : new CategoricalDomain(values), values[(values.Count - 1) / 2]));
            levels.Add([.. cells.Select(cell => values.IndexOf(ToValue(cell, isOrdinal)))]);
        }

        var rows = Enumerable.Range(0, body.Length).Select(r => levels.Select(column => column[r]).ToArray()).ToArray();
        return new Landscape(name, entry.GetProperty("goal").GetString() == "maximize", parameters, rows, [.. body.Select(row => Number(row[valueColumn]))]);
    }

    private static ParameterValue ToValue(string cell, bool isOrdinal) =>
        !isOrdinal ? ParameterValue.Text(cell)
        : Number(cell) is var number && number == Math.Floor(number) ? ParameterValue.Integer((long)number)
        : ParameterValue.Real(number);

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
