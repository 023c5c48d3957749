using System.Globalization;
using Spectre.Console;

namespace TuneSearch.Cli.Output;

/// <summary>Plain tables: columns of texts under their headings, numbers to the right.</summary>
internal static class Tables
{
    public static void Write(TextWriter writer, int width, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, params ReadOnlySpan<int> rightAligned)
    {
        var table = new Table { ShowHeaders = headings.Any(heading => heading.Length > 0) }.Border(TableBorder.None);
        for (var i = 0; i < headings.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(headings[i])) { Padding = new Padding(0, 0, 2, 0), NoWrap = true };
            table.AddColumn(rightAligned.Contains(i) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => (Spectre.Console.Rendering.IRenderable)new Text(cell))]);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Math.Max(width, 40);
        console.Write(table);

        // Cells are padded to their column; at the end of a line that is only noise.
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            writer.WriteLine(line.TrimEnd());
        }
    }
}
