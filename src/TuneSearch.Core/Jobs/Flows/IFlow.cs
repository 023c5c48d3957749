using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary>The order of a job's phases, and the answer they lead to.</summary>
internal interface IFlow
{
    /// <summary>The phase that runs now; null where all are over.</summary>
    IPhase? Current { get; }

    /// <summary>What the search holds to be best, or null before anything could run.</summary>
    Recommendation? Best { get; }

    double? BaselineObjective { get; }

    double Temperature { get; }

    double? Acceptance { get; }

    /// <summary>What the search has learned of which parameters matter; null before it could.</summary>
    Relevance? Relevance { get; }

    ImmutableArray<string> Notes { get; }

    /// <summary>Why the job cannot go on, or null.</summary>
    string? Failure { get; }

    void Started(TrialPlan plan);

    void Ended(TrialRecord trial);

    /// <summary>The answer from what is known now; asked when every phase is over or the budget is.</summary>
    /// <param name="cutShort">Why the phases could not all run; null where they did.</param>
    JobAnswer Answer(string? cutShort);
}
