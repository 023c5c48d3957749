namespace TuneSearch.Grains.Jobs;

/// <summary>Nobody watches.</summary>
internal sealed class NoJobMonitor : IJobMonitor
{
    public void Observe(JobProgress progress)
    {
    }
}
