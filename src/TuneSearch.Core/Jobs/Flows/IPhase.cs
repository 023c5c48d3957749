using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary>A part of the job with one purpose. Its state is a function of the trials that were started and ended in it, in their order:
/// after a restart they are replayed without <see cref="Propose"/> being asked.</summary>
internal interface IPhase
{
    /// <summary>As progress lines show it: «calibration», «search», «finalists», «elimination», «gate», «estimate».</summary>
    string Name { get; }

    bool IsOver { get; }

    /// <summary>What to start on a free lane, or null where this lane has nothing to do before a trial in flight has ended.</summary>
    /// <param name="lane">From 0.</param>
    /// <param name="affordable">Measurements that may still be planned; a draft has at most so many episodes.</param>
    TrialDraft? Propose(int lane, int affordable);

    void Started(TrialPlan plan);

    void Ended(TrialRecord trial);
}
