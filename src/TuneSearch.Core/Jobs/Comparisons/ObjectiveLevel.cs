using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>The objective as a number of which larger is better and whose differences compare: its logarithm where it is always positive, else in units of its own size.</summary>
internal sealed class ObjectiveLevel
{
    private readonly ObjectiveSpec _objective;
    private readonly bool _isLog;
    private readonly double _size;

    /// <param name="known">Values of the objective that were seen; they settle the scale.</param>
    public ObjectiveLevel(ObjectiveSpec objective, IReadOnlyCollection<double> known)
    {
        _objective = objective;
        _isLog = known.All(value => value > 0);
        _size = known.Count == 0 || known.Average() == 0 ? 1 : Math.Abs(known.Average());
    }

    /// <summary>Null where the objective cannot be computed or the scale has no place for it.</summary>
    public double? Of(Measurement measurement, Configuration configuration) =>
        ObjectiveScorer.Number(_objective.Expression, configuration, measurement.Metrics) is { } value ? Of(value) : null;

    public double? Of(double objective) => _isLog && objective <= 0 ? null
        : (_objective.Goal == Goal.Maximize ? 1 : -1) * (_isLog ? Math.Log(objective) : objective / _size);
}
