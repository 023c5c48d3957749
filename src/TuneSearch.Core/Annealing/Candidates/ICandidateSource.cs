using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Candidates;

/// <summary>Brings candidates before a screen.</summary>
internal interface ICandidateSource
{
    string Name { get; }

    /// <param name="starts">Good points that were measured, best first.</param>
    /// <param name="effort">Share of the usual number of candidates, 0 to 1, by which large models are kept within the time of a proposal.</param>
    void Show(Screen screen, SpaceEncoding space, IReadOnlyList<double[]> starts, double effort, ref CounterRandom random);
}
