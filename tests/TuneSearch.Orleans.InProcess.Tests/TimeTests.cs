namespace Orleans.InProcess.Tests;

/// <summary>Timeouts and idleness to the second, which only a clock of one's own can show.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task Call_WithoutAnAnswerFor30Seconds_TimesOutWithTheReason()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        var call = await runtime.HangAsync("a");

        runtime.Time.Advance(TimeSpan.FromSeconds(29.9));
        call.IsCompleted.ShouldBeFalse();
        runtime.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await Should.ThrowAsync<TimeoutException>(() => call)).Message.ShouldBe(
            "IEchoGrain.HangAsync of grain echo/a gave no answer within 30 s. "
            + "The grain may be busy with a longer call, or wait for the caller: start long work with a short call and ask for its result later.");

        // It has begun, so stopping would wait for its end.
        runtime.Release("a");
    }

    [Fact]
    public async Task Call_WhoseCallerGaveUpWhileItWaited_IsNeverRun()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        var grain = runtime.Echo("a");
        var hanging = await runtime.HangAsync("a");
        var waiting = grain.EchoAsync("too late");

        runtime.Time.Advance(TimeSpan.FromSeconds(31));
        await Should.ThrowAsync<TimeoutException>(() => waiting);
        await Should.ThrowAsync<TimeoutException>(() => hanging);
        await grain.ReleaseAsync();

        (await grain.CallsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Grain_NotUsedFor15Minutes_IsDeactivatedAndDisposed()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await runtime.Echo("a").EchoAsync("hello");

        runtime.Time.Advance(TimeSpan.FromMinutes(17));
        await RuntimeHarness.EventuallyAsync(() => runtime.Witness.Seen.Length == 3);

        runtime.Witness.Seen.ShouldBe(["a activated", "a deactivated: ActivationIdle", "a disposed"]);
    }

    [Fact]
    public async Task Grain_UsedMeanwhile_Stays()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        for (var minute = 0; minute < 30; minute += 10)
        {
            await runtime.Echo("a").EchoAsync("hello");
            runtime.Time.Advance(TimeSpan.FromMinutes(10));
        }

        runtime.Witness.Seen.ShouldBe(["a activated"]);
    }

    [Fact]
    public async Task Grain_ThatDelaysItsDeactivation_StaysSoLong()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await runtime.Echo("a").StayAsync(TimeSpan.FromHours(1));

        runtime.Time.Advance(TimeSpan.FromMinutes(59));
        runtime.Witness.Seen.ShouldBe(["a activated"]);
        runtime.Time.Advance(TimeSpan.FromMinutes(2));
        await RuntimeHarness.EventuallyAsync(() => runtime.Witness.Seen.Length == 3);
    }

    [Fact]
    public async Task Grain_WithATimerThatDoesNotKeepItAlive_IsDeactivated()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await runtime.Echo("a").TickAsync(TimeSpan.FromMinutes(1), keepAlive: false);

        await RuntimeHarness.EventuallyAsync(() =>
        {
            runtime.Time.Advance(TimeSpan.FromMinutes(1));
            return runtime.Witness.Seen.Length == 3;
        });
    }

    [Fact]
    public async Task Grain_WithATimerThatKeepsItAlive_Stays()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        var grain = runtime.Echo("a");
        await grain.TickAsync(TimeSpan.FromMinutes(1), keepAlive: true);

        for (var minute = 0; minute < 40; minute++)
        {
            runtime.Time.Advance(TimeSpan.FromMinutes(1));

            // An interleaving call comes after the tick that was sent before it.
            await grain.ReleaseAsync();
        }

        runtime.Witness.Seen.ShouldBe(["a activated"]);
    }
}
