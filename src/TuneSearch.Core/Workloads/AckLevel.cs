namespace TuneSearch.Core.Workloads;

/// <summary>Which acknowledgement the producer waits for; a promise to the customer, never tuned.</summary>
public enum AckLevel
{
    None = 0,
    Leader = 1,
    All = -1,
}
