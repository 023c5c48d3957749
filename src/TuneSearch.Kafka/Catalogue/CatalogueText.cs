using System.Globalization;
using System.Text;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>Prints a catalogue as a table for people. Pure.</summary>
public static class CatalogueText
{
    private static readonly string[] Titles = ["scope", "name", "default", "limits", "change", "search", "meaning"];

    public static string Table(KafkaCatalogue catalogue)
    {
        var rows = catalogue.Entries.Select(setting => Row(setting, catalogue.FindClientName(setting.Scope, setting.Name))).Prepend(Titles).ToList();
        var widths = Enumerable.Range(0, Titles.Length - 1).Select(column => rows.Max(r => r[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                text.Append(row[column].PadRight(widths[column] + 2));
            }

            text.Append(row[^1]).Append('\n');
        }

        text.Append('\n').Append(CultureInfo.InvariantCulture, $"{catalogue.Entries.Length} settings as Kafka {catalogue.Version} has them. Laws between them:\n");
        foreach (var law in catalogue.Laws)
        {
            text.Append("  ").Append(law.IsHard ? "must" : "should").Append("  ").Append(law.Text).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Row(KafkaSetting s, ClientName? client) =>
    [
        s.Scope.ToString().ToLowerInvariant(),
        s.Name,
        s.Default.ToString(),
        s.Limits.Describe(),
        s.IsPool ? $"{s.UpdateMode} (steps)" : s.UpdateMode.ToString(),
        s.IsDurability ? "durability" : s.FrozenBecause is not null ? "frozen" : s.Search?.Describe() ?? "frozen",
        string.Join(". ", Remarks(s, client)),
    ];

    private static IEnumerable<string> Remarks(KafkaSetting s, ClientName? client)
    {
        yield return s.Meaning;
        if (s.FrozenBecause is { } why && !s.IsDurability)
        {
            yield return $"Frozen: {why}";
        }

        if (client is { Java: null })
        {
            yield return $"Not in Java: {client.Note}";
        }
        else if (client is not null && client.Java != s.Name)
        {
            yield return $"In Java: {client.Java}";
        }

        yield return $"Source: {s.Source}";
    }
}
