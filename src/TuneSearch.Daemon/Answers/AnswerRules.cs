using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Answers;

/// <summary>Which answer a job may hand out.</summary>
public static class AnswerRules
{
    /// <summary>The job's answer; the best so far only where an unverified one was asked for.</summary>
    /// <exception cref="JobStateException">There is no answer, or none that was verified.</exception>
    public static JobAnswer Require(JobReading job, bool allowUnverified)
    {
        var answer = job.View.Answer ?? SoFar(job) ?? throw new JobStateException(new Problem(
            job.Id, "no trial has been measured yet, so there is no best configuration", "Wait for the first trials"));
        if (answer.Verdict != Verdict.Unverified || allowUnverified)
        {
            return answer;
        }

        throw new JobStateException(new Problem(
            job.Id,
            job.HasEnded ? "its best configuration was not verified by fresh measurements, so it may be luck" : "the job still runs, and its best configuration so far may be luck",
            job.Spec.Verification == Verification.None ? "Ask for it with --unverified (unverified=true), or run the job with verification: gate"
                : job.HasEnded ? "Ask for it with --unverified (unverified=true), or submit the job again and let it run to its end"
                : "Wait for its end, or ask for it with --unverified (unverified=true)"));
    }

    private static JobAnswer? SoFar(JobReading job)
    {
        if (job.View.Best is not { } best)
        {
            return null;
        }

        var gain = ObjectiveText.Gain(job.Spec.Objective.Goal, job.View.BaselineObjective, job.View.BestObjective);
        return new JobAnswer(Verdict.Unverified, best)
        {
            Objective = new Estimate(gain ?? 0),
            Changes = ConfigurationDiff.Changes(job.Spec.Space, job.Spec.Baseline, best),
        };
    }
}
