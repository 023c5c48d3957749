using TuneSearch.Core.Annealing.Encoding;

namespace TuneSearch.Core.Annealing.Starts;

/// <summary>The configurations that are measured before the model has anything to say.</summary>
internal interface IStart
{
    string Name { get; }

    /// <summary>At most <paramref name="count"/> lawful points, the baseline first.</summary>
    IReadOnlyList<double[]> Points(SpaceEncoding space, double[] baseline, int count, ulong seed);
}
