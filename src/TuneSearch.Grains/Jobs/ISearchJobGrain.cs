using Orleans.Concurrency;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Trials;

namespace TuneSearch.Grains.Jobs;

/// <summary>One search job, keyed by its id in the store. Every call answers soon; the work goes on behind it.</summary>
/// <remarks>Every call of an id that the store lacks fails with <see cref="UnknownJobException"/>.</remarks>
[Alias("TuneSearch.ISearchJobGrain")]
public interface ISearchJobGrain : IGrainWithStringKey
{
    /// <summary>Takes the job up where its events leave it, trials in flight at a crash run again; without effect where it runs, is paused or is over.</summary>
    [Alias("Start")]
    Task StartAsync();

    /// <summary>Starts no more trials; those in flight run to their end.</summary>
    [Alias("Pause")]
    Task PauseAsync();

    [Alias("Resume")]
    Task ResumeAsync();

    /// <summary>Ends the job; trials in flight are broken off and the clusters put back as they were found.</summary>
    [Alias("Cancel")]
    Task CancelAsync(string reason);

    /// <summary>The job as its stored events show it, a <see cref="Core.Jobs.JobView"/>.</summary>
    [AlwaysInterleave]
    [Alias("View")]
    Task<Json> ViewAsync();

    /// <summary>A trial waits for its test cluster, or does so no longer: the time of measuring stands still while all in flight wait. Who is not told asks at the next heartbeat.</summary>
    [AlwaysInterleave]
    [Alias("TrialWaits")]
    Task TrialWaitsAsync(TrialWait wait);

    /// <summary>A trial reports; its outcome is stored when this returns. A report that is known already is ignored.</summary>
    [Alias("TrialEnded")]
    Task TrialEndedAsync(TrialReport report);
}
