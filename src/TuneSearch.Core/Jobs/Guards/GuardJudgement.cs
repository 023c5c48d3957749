namespace TuneSearch.Core.Jobs.Guards;

/// <summary>What a trial did to the guarded metrics.</summary>
/// <param name="Violation">The sum of the losses beyond margin and noise; 0 where nothing guarded loses visibly.</param>
/// <param name="Slack">The smallest distance to the margin on the metrics' own scale, noise and all; negative where it is passed. Null where nothing could be compared.</param>
internal readonly record struct GuardJudgement(double Violation, double? Slack);
