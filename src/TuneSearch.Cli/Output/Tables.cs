using Spectre.Console;

namespace TuneSearch.Cli.Output;

/// <summary>Plain tables: columns of texts under their headings, numbers to the right.</summary>
internal static class Tables
{
    public static void Write(TextWriter writer, int width, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, params ReadOnlySpan<int> rightAligned)
    {
        var table = new Table().Border(TableBorder.None).ShowHeaders();
        for (var i = 0; i < headings.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(headings[i])) { Padding = new Padding(0, 0, 2, 0), NoWrap = true };
            table.AddColumn(rightAligned.Contains(i) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => (Spectre.Console.Rendering.IRenderable)new Text(cell))]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = Math.Max(width, 40);
        console.Write(table);
    }
}
