using Orleans.Concurrency;

namespace Orleans.InProcess.Tests;

public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> EchoAsync(string text);

    /// <summary>Never answers until it is told to.</summary>
    Task HangAsync();

    [AlwaysInterleave]
    Task ReleaseAsync();

    Task<int> CallsAsync();

    Task StayAsync(TimeSpan time);

    Task TickAsync(TimeSpan period, bool keepAlive);

    Task<string?> AmbientAsync();

    Task HangInDeactivationAsync();
}
