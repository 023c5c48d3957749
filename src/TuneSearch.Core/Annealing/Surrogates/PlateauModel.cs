namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely a configuration is to cost exactly what a measured one does, learned where nothing is noisy.</summary>
/// <remarks>
/// A cost that was seen before tells next to nothing: the change was one that the system does not notice, such as a setting that a limit elsewhere makes idle, or a table of
/// measurements answers both configurations by one row. A process that is sure of its smooth functions would go on there, since it gives what is near the best the best promise.
/// </remarks>
internal sealed class PlateauModel(AxisShape[] shapes)
{
    /// <summary>One may be chance.</summary>
    private const int FewestTies = 2;

    /// <summary>The power of the chance of news that weighs a promise. Among many candidates the winner is one whose chance is overestimated, and news from near the best is small.</summary>
    private const double Weight = 8;
    private const double UsualFall = 2;
    private const int NewtonSteps = 12;
    private readonly MeasuredPoints _points = new(shapes);
    private readonly HashSet<double> _costs = [];
    private readonly List<double> _distances = [];
    private readonly List<double> _ties = [];
    private TieLine? _line;

    /// <summary>Only the first measurement of each configuration.</summary>
    public void Add(double[] positions, double cost)
    {
        var isTie = !_costs.Add(cost);
        if (_points.Count > 0)
        {
            _distances.Add(_points.Nearest(positions).Distance);
            _ties.Add(isTie ? 1 : 0);
        }

        _points.Add(positions);
        _line = null;
    }

    /// <summary>What the logarithm of a promise loses to the chance of learning nothing; 0 everywhere before two costs came again.</summary>
    public double LogWeight(ReadOnlySpan<double> positions)
    {
        if (_points.Count - _costs.Count < FewestTies)
        {
            return 0;
        }

        var line = _line ??= TieLine.Beforehand(UsualFall, _distances.Average()).Fitted(_distances, _ties, UsualFall, NewtonSteps);
        return Weight * line.LogNovelty(_points.Nearest(positions).Distance);
    }
}
