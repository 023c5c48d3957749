namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Draws of what each line brings, all lines together: what one draw blames on a line it does not blame on another.</summary>
internal sealed class LineBelief(double[][] draws)
{
    /// <summary>So many standard errors away a guess need not tell a chance from certainty.</summary>
    private const double Certain = 4;

    public int Lines { get; } = draws[0].Length;

    public double[] Means { get; } = [.. Enumerable.Range(0, draws[0].Length).Select(line => draws.Average(draw => draw[line]))];

    /// <summary>What the lines bring together, draw by draw.</summary>
    public double[] Sums(IReadOnlyCollection<int> lines) => [.. draws.Select(draw => lines.Sum(line => draw[line]))];

    /// <summary>The share of draws in which a line brings nothing or does harm.</summary>
    public double ChanceOfNothing(int line) => draws.Average(draw => draw[line] <= 0 ? 1 : 0);

    /// <summary>The chance that a test shows the lines' loss to be within the margin.</summary>
    /// <param name="standardError">Of the test at its end.</param>
    /// <param name="critical">How many standard errors the test keeps from the margin.</param>
    public double ChanceToGo(IReadOnlyCollection<int> lines, double margin, double standardError, double critical, Func<double, double> cumulative) => standardError <= 0
        ? Sums(lines).Average(loss => loss < margin ? 1 : 0)
        : Sums(lines).Average(loss => (((margin - loss) / standardError) - critical) switch
        {
            > Certain => 1,
            < -Certain => 0,
            var t => cumulative(t),
        });

    /// <summary>How many of the lines could go within the margin, on average over what is believed.</summary>
    public double Removable(IReadOnlyCollection<int> lines, double margin) => draws.Average(draw =>
    {
        var loss = 0.0;
        return lines.Select(line => draw[line]).Order().TakeWhile(brings => (loss += brings) <= margin).Count();
    });
}
