using Orleans.Concurrency;

namespace TuneSearch.Grains.Trials;

/// <summary>One trial of a job, keyed «job/number»: takes the lease, applies, runs the episodes, reports.</summary>
/// <remarks>
/// It is started by a short call and reports by calling the job; who has heard nothing asks. It keeps nothing on disk: a trial that was
/// lost with its process is started again by its job.
/// </remarks>
[Alias("TuneSearch.ITrialGrain")]
public interface ITrialGrain : IGrainWithStringKey
{
    /// <summary>Starts the trial; without effect where this attempt runs or has ended.</summary>
    [Alias("Start")]
    Task StartAsync(TrialOrder order);

    /// <summary>Breaks the trial off; it will not report.</summary>
    [Alias("Stop")]
    Task StopAsync();

    [AlwaysInterleave]
    [Alias("Status")]
    Task<TrialStatus> StatusAsync();

    /// <summary>The test cluster says that work of the trial has ended.</summary>
    [AlwaysInterleave]
    [Alias("WorkEnded")]
    Task WorkEndedAsync();
}
