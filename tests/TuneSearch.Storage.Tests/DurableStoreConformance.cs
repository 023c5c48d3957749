using System.Diagnostics;
using System.Runtime.InteropServices;
using TuneSearch.Testing.Requirements;
using TuneSearch.Testing.Stores;

namespace TuneSearch.Storage.Tests;

/// <summary>What a store on disk promises beyond <see cref="JobStoreConformance"/>: what was acknowledged outlives a process that is killed at any instant.</summary>
public abstract class DurableStoreConformance : JobStoreConformance
{
    /// <summary>Acknowledgements before each kill: one child dies early, one in the middle, one late.</summary>
    private static readonly int[] Lives = [1, 10, 40];

    private protected abstract string[] ChildArguments { get; }

    [RequiringFact]
    public async Task Kill_InTheMiddleOfAppends_LosesNothingThatWasAcknowledged()
    {
        await Store.DisposeAsync();
        foreach (var acknowledgements in Lives)
        {
            var acknowledged = await RunAndKillAsync(acknowledgements);

            await using var store = await OpenAsync();
            var events = await store.ReadAsync(Program.Job, 0, default);
            ((long)events.Length).ShouldBeGreaterThanOrEqualTo(acknowledged);
            (events.Length % Program.BatchSize).ShouldBe(0, "an append is stored whole or not at all");
            events.Select(happened => happened.At.Ticks).ShouldBe(Enumerable.Range(1, events.Length).Select(tick => (long)tick));
            long.Parse((await store.GetStateAsync(Program.Job, default))!).ShouldBeGreaterThanOrEqualTo(acknowledged);
        }
    }

    /// <summary>Gives the last version that the child said was acknowledged before it died.</summary>
    private async Task<long> RunAndKillAsync(int acknowledgements)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var start = new ProcessStartInfo(dotnet, ["exec", typeof(Program).Assembly.Location, .. ChildArguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var child = Process.Start(start)!;
        var complaints = child.StandardError.ReadToEndAsync();
        var last = 0L;
        for (var seen = 0; await child.StandardOutput.ReadLineAsync() is { } line; seen++)
        {
            last = long.Parse(line);
            if (seen == acknowledgements)
            {
                child.Kill();
            }
        }

        await child.WaitForExitAsync();
        last.ShouldBeGreaterThan(0, await complaints);
        return last;
    }
}
