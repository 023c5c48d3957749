namespace TuneSearch.Grains.Clusters;

/// <summary>Who may use a test cluster, and until when. Pure: the clock's reading is a parameter.</summary>
/// <param name="Token">The latest fencing token given out; 0 before the first.</param>
/// <param name="Job">Null where nobody holds it.</param>
internal sealed record Lease(long Token, string? Job, string? Trial, DateTimeOffset Until)
{
    public static readonly Lease None = new(0, null, null, DateTimeOffset.MinValue);

    public bool IsExpired(DateTimeOffset now) => Job is not null && now >= Until;

    /// <summary>Why the lease cannot be had now, or null where it can.</summary>
    public string? WhyNot(string cluster, string job, DateTimeOffset now) =>
        Job is null || Job == job || IsExpired(now)
            ? null
            : $"test cluster '{cluster}' is leased to job '{Job}'";

    /// <summary>The lease of the next trial: whatever was given out before is stale from now on.</summary>
    public Lease Next(LeaseRequest request, DateTimeOffset now, TimeSpan term) => new(Token + 1, request.Job, request.Trial, now + term);

    public Lease Renewed(DateTimeOffset now, TimeSpan term) => this with { Until = now + term };

    /// <summary>Nobody's; the token stays, so that it never comes twice.</summary>
    public Lease Ended() => None with { Token = Token };

    /// <summary>Why a call under that token is refused, or null where it is not.</summary>
    public string? WhyStale(string cluster, long token, DateTimeOffset now) =>
        token != Token ? $"fencing token {token} of test cluster '{cluster}' is stale, the latest is {Token}: another trial has taken the cluster over"
        : Job is null ? $"the lease on test cluster '{cluster}' has ended"
        : IsExpired(now) ? $"the lease on test cluster '{cluster}' expired at {Until:O}, because nobody renewed it"
        : null;
}
