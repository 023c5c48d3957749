namespace TuneSearch.Grains.Jobs;

/// <summary>Watches the jobs that run in this process: progress, meters. Called after the events are stored, inside the job's turn, so it must not wait.</summary>
public interface IJobMonitor
{
    void Observe(JobProgress progress);
}
