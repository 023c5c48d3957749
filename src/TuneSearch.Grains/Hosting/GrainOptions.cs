using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Grains.Hosting;

/// <summary>Times of the grains' protocols.</summary>
public sealed class GrainOptions
{
    /// <summary>A lease on a test cluster ends when it was not renewed for so long. Default 60 s, from 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Grains:LeaseTerm must lie from 00:00:01 to 01:00:00. Give a time such as 00:01:00.")]
    public TimeSpan LeaseTerm { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often who waits looks for himself, in case he was not told. Default 5 s, below a quarter of <see cref="LeaseTerm"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ErrorMessage = "Grains:Heartbeat must lie from 00:00:00.100 to 00:05:00. Give a time such as 00:00:05.")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two tries for a lease that another job holds. Default 2 s; the first waits are shorter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ErrorMessage = "Grains:LeaseRetry must lie from 00:00:00.010 to 00:05:00. Give a time such as 00:00:02.")]
    public TimeSpan LeaseRetry { get; set; } = TimeSpan.FromSeconds(2);
}
