using Orleans.Concurrency;

namespace TuneSearch.Grains.Tests.Laws;

/// <summary>A grain by which the runtime's laws can be seen.</summary>
[Alias("TuneSearch.Tests.ILawGrain")]
public interface ILawGrain : IGrainWithStringKey
{
    /// <summary>Gives the number of turns that were ever inside the grain at once.</summary>
    [Alias("Work")]
    Task<int> WorkAsync();

    [AlwaysInterleave]
    [Alias("WorkBeside")]
    Task<int> WorkBesideAsync();

    /// <summary>Gives the schedulers before and after an await that ends on a foreign thread.</summary>
    [Alias("Schedulers")]
    Task<bool> ComesBackAsync();

    [Alias("Wait")]
    Task WaitAsync(string gate);

    [AlwaysInterleave]
    [Alias("WaitBeside")]
    Task WaitBesideAsync(string gate);

    [ReadOnly]
    [Alias("WaitReading")]
    Task WaitReadingAsync(string gate);

    [Alias("Keep")]
    Task KeepAsync(Parcel parcel);

    [Alias("Kept")]
    Task<Parcel> KeptAsync();

    [Alias("Take")]
    Task TakeAsync(object anything);

    [Alias("Throw")]
    Task ThrowAsync(string message);

    [Alias("ThrowUnknownJob")]
    Task ThrowUnknownJobAsync(string id);

    /// <summary>Calls that grain, which calls back; gives what came of it.</summary>
    [Alias("CallThere")]
    Task<string> CallThereAsync(string other);

    [Alias("CallBack")]
    Task<string> CallBackAsync(string caller);

    [Alias("Echo")]
    Task<string> EchoAsync(string text);

    [Alias("GoIdle")]
    Task GoIdleAsync();

    /// <summary>Goes idle and waits at a gate before the call ends.</summary>
    [Alias("GoIdleSlowly")]
    Task GoIdleSlowlyAsync(string gate);

    [Alias("StartTimer")]
    Task StartTimerAsync(TimeSpan dueTime, TimeSpan period, bool interleave, string? gate);

    [Alias("StopTimer")]
    Task StopTimerAsync();

    [Alias("Ticks")]
    Task<int> TicksAsync();

    [AlwaysInterleave]
    [Alias("TicksBeside")]
    Task<int> TicksBesideAsync();

    /// <summary>Works on behind the call until the gate opens; the diary tells when it is done.</summary>
    [Alias("WorkOn")]
    Task WorkOnAsync(string gate);

    [Alias("SetState")]
    Task SetStateAsync(int value);

    [Alias("GetState")]
    Task<int> GetStateAsync();

    [Alias("ClearState")]
    Task ClearStateAsync();
}
