using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>The chance that a configuration costs what the nearest measured one does, as a line of log odds over their squared distance, so to speak over the number of settings that differ.</summary>
/// <param name="Level">The log odds at no distance.</param>
/// <param name="Fall">By how much they fall to the mean of the distances that were seen.</param>
internal readonly record struct TieLine(double Level, double Fall, double MeanDistance)
{
    /// <summary>However sure a tie is, one may be worth measuring where nothing else is left.</summary>
    private const double LeastChanceOfNews = 1e-3;
    private const double LevelPrecision = 0.1;
    private const double FallPrecision = 0.25;

    /// <summary>What is believed beforehand: of the level hardly anything, of the fall that it is about the usual one.</summary>
    public static TieLine Beforehand(double usualFall, double meanDistance) => new(0, usualFall, meanDistance);

    public double Chance(double distance) => 1 / (1 + PortableMath.Exp((Fall * distance / MeanDistance) - Level));

    /// <summary>Logarithm of the chance that measuring a configuration at that distance tells anything new.</summary>
    public double LogNovelty(double distance) => PortableMath.Log(Math.Max(LeastChanceOfNews, 1 - Chance(distance)));

    /// <summary>Logistic regression by Newton's method from here on.</summary>
    /// <param name="ties">For each distance whether there was a tie, or how likely one was.</param>
    public TieLine Fitted(IReadOnlyList<double> distances, IReadOnlyList<double> ties, double usualFall, int steps)
    {
        var line = this;
        for (var step = 0; step < steps; step++)
        {
            var (slopeOfLevel, slopeOfFall) = (-LevelPrecision * line.Level, FallPrecision * (usualFall - line.Fall));
            var (levels, both, falls) = (LevelPrecision, 0.0, FallPrecision);
            for (var i = 0; i < distances.Count; i++)
            {
                var chance = line.Chance(distances[i]);
                var surprise = ties[i] - chance;
                var curvature = chance * (1 - chance);
                var away = distances[i] / MeanDistance;
                slopeOfLevel += surprise;
                slopeOfFall -= surprise * away;
                levels += curvature;
                both -= curvature * away;
                falls += curvature * away * away;
            }

            var determinant = (levels * falls) - (both * both);
            line = line with
            {
                Level = line.Level + (((falls * slopeOfLevel) - (both * slopeOfFall)) / determinant),
                Fall = line.Fall + (((levels * slopeOfFall) - (both * slopeOfLevel)) / determinant),
            };
        }

        return line;
    }
}
