using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Jobs.Trials;

/// <summary>A trial that has ended with something learnt.</summary>
/// <param name="At">Time of measuring used when it ended.</param>
internal sealed record TrialRecord(TrialPlan Plan, TrialOutcome Outcome, TimeSpan At, int Restarts, double Seconds);
