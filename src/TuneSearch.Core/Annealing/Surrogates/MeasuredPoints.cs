namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Where the measured configurations lie, and which of them a point is nearest to.</summary>
internal sealed class MeasuredPoints(AxisShape[] shapes)
{
    private readonly List<double[]> _points = [];

    public int Count => _points.Count;

    public void Add(double[] positions) => _points.Add(positions);

    /// <summary>The first of the nearest, and its squared distance: parts of an ordered range, and 1 for an unordered value that differs, squared and summed.</summary>
    public (int Index, double Distance) Nearest(ReadOnlySpan<double> positions)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        for (var i = 0; i < _points.Count; i++)
        {
            var point = _points[i];
            var sum = 0.0;
            for (var axis = 0; axis < point.Length && sum < least; axis++)
            {
                var away = positions[axis] - point[axis];
                sum += shapes[axis].IsOrdered ? away * away : away == 0 ? 0 : 1;
            }

            if (sum < least)
            {
                (nearest, least) = (i, sum);
            }
        }

        return (nearest, least);
    }
}
