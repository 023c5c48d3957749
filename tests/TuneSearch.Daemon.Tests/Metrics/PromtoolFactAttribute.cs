namespace TuneSearch.Daemon.Tests.Metrics;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute()
    {
        if (Promtool.Path is null)
        {
            Skip = "promtool is not installed; on Debian: apt-get install prometheus";
        }
    }
}
