namespace TuneSearch.Core.Jobs.Estimation;

/// <summary>On how many episodes the answer is estimated, and which lines are taken back on which of them. Settled before the first is measured.</summary>
/// <remarks>Incomplete blocks (Yates, «Incomplete randomized blocks», Annals of Eugenics 1936): a line needs not run on every episode to be compared with the answer that does.</remarks>
/// <param name="Blocks">Episodes on which baseline and answer run.</param>
/// <param name="Lines">Single lines to take back.</param>
/// <param name="RunsALine">Episodes on which each of them is taken back; 0 where the budget has no room for it.</param>
internal sealed record EstimateLayout(int Blocks, int Lines, int RunsALine)
{
    /// <summary>With fewer the gain's own interval would be much the wider for what the lines take.</summary>
    public const int LeastBlocks = 8;

    /// <summary>With fewer an interval would say nothing at all.</summary>
    private const int FewestBlocks = 3;

    /// <summary>What the lines may take where not everything can run on every episode.</summary>
    private const double LinesShare = 0.25;

    public static EstimateLayout For(int lines, int measurements, int mostBlocks)
    {
        var together = Math.Min(mostBlocks, measurements / (lines + 2));
        if (lines == 0 || together >= LeastBlocks)
        {
            return new EstimateLayout(together, lines, lines == 0 ? 0 : together);
        }

        var room = (measurements - (2 * FewestBlocks)) / lines;
        var runs = Math.Min(room, Math.Max(1, (int)(measurements * LinesShare / lines)));
        return runs < 1 ? new EstimateLayout(Math.Min(mostBlocks, measurements / 2), lines, 0) : new EstimateLayout(Math.Min(mostBlocks, (measurements - (runs * lines)) / 2), lines, runs);
    }

    /// <summary>The lines taken back on an episode: each <see cref="RunsALine"/> times in all, spread evenly.</summary>
    public IEnumerable<int> LinesIn(int block) => Enumerable.Range(0, Lines).Where(line => ((block - (line * RunsALine)) % Blocks + Blocks) % Blocks < RunsALine);
}
