using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Output;

/// <summary>What a job has gained so far, in words where the best is what runs today: a gain of it over itself says nothing.</summary>
internal static class GainText
{
    /// <summary>«+12.3 %», «the baseline so far», «the baseline»; null where there is nothing to compare.</summary>
    public static string? Of(JobSummary job) => job switch
    {
        { Verdict: Verdict.Baseline } => "the baseline",
        { BestIsBaseline: true } => "the baseline so far",
        { Gain: { } gain } => Figures.Percent(gain),
        _ => null,
    };
}
