using System.Globalization;
using System.Text;
using TuneSearch.Cli.Progress;

namespace TuneSearch.Cli.Tests.Progress;

public sealed class ProgressPrinterTests
{
    private readonly StringBuilder _written = new();

    private StringWriter Writer => new(_written, CultureInfo.InvariantCulture);

    [Fact]
    public void Show_Terminal_WritesTheLineOverAndBlanksTheRest()
    {
        var printer = new ProgressPrinter(Writer, isTerminal: true, width: 200);

        printer.Show(Jobs.Running(9, best: 123456.7));
        printer.Show(Jobs.Running(10, best: null));
        printer.End();

        _written.ToString().ShouldBe(
            "\rsearch 9/60 trials, best 123,457 (+12.2 %), temperature 0.4213, 1m 05s left"
            + "\rsearch 10/60 trials, temperature 0.4213, 1m 05s left" + new string(' ', 23) + Environment.NewLine);
    }

    [Fact]
    public void Show_BestIsTheBaseline_SaysSoInsteadOfAGain()
    {
        new ProgressPrinter(Writer, isTerminal: false, width: 20).Show(Jobs.OnTheBaseline());

        _written.ToString().ReplaceLineEndings("\n").ShouldBe("search 12/60 trials, best 110,000 (the baseline so far), temperature 0.4213, 1m 05s left\n");
    }

    [Fact]
    public void Show_NarrowTerminal_CutsTheLine()
    {
        new ProgressPrinter(Writer, isTerminal: true, width: 20).Show(Jobs.Running());

        _written.ToString().ShouldBe("\rsearch 12/60 trials");
    }

    [Fact]
    public void Show_Elsewhere_WritesALineForNewsOnly()
    {
        var printer = new ProgressPrinter(Writer, isTerminal: false, width: 20);

        printer.Show(Jobs.Running(12));
        printer.Show(Jobs.Running(13));
        printer.Show(Jobs.Running(18, best: 130000));
        printer.End();

        _written.ToString().ReplaceLineEndings("\n").ShouldBe("""
            search 12/60 trials, best 123,457 (+12.2 %), temperature 0.4213, 1m 05s left
            search 18/60 trials, best 130,000 (+12.2 %), temperature 0.4213, 1m 05s left

            """);
    }
}
