namespace TuneSearch.Grains.Tests.Laws;

public sealed class TimerLawTests(LawFixture fixture) : RuntimeLawTests(fixture)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Timer_BeforeItsTime_DoesNotTick()
    {
        var grain = Grain();
        await grain.StartTimerAsync(10 * Second, Second, false, null);

        Fixture.Time.Advance(9 * Second);

        (await grain.TicksAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Timer_AtItsTimeAndEachPeriod_TicksOnce()
    {
        var grain = Grain();
        await grain.StartTimerAsync(10 * Second, 5 * Second, false, null);

        Fixture.Time.Advance(10 * Second);
        await TicksBecomeAsync(grain, 1);
        Fixture.Time.Advance(5 * Second);
        await TicksBecomeAsync(grain, 2);
    }

    [Fact]
    public async Task Timer_WithoutPeriod_TicksOnce()
    {
        var grain = Grain();
        await grain.StartTimerAsync(TimeSpan.Zero, Timeout.InfiniteTimeSpan, false, null);

        await TicksBecomeAsync(grain, 1);
        Fixture.Time.Advance(TimeSpan.FromSeconds(20));

        (await grain.TicksAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Timer_WhileATickWaits_DoesNotTickAgain()
    {
        var grain = Grain();
        await grain.StartTimerAsync(Second, Second, true, "slow tick");

        Fixture.Time.Advance(Second);
        await Fixture.Gates.ReachedAsync("slow tick");
        Fixture.Time.Advance(5 * Second);

        (await grain.TicksAsync()).ShouldBe(1);
        Fixture.Gates.Open("slow tick");
        await grain.StopTimerAsync();
    }

    [Fact]
    public async Task Tick_ByDefault_IsExclusiveLikeACall()
    {
        var grain = Grain();
        await grain.StartTimerAsync(Second, Timeout.InfiniteTimeSpan, false, "exclusive tick");
        Fixture.Time.Advance(Second);
        await Fixture.Gates.ReachedAsync("exclusive tick");

        var call = grain.TicksAsync();
        (await grain.TicksBesideAsync()).ShouldBe(1);

        call.IsCompleted.ShouldBeFalse();
        Fixture.Gates.Open("exclusive tick");
        (await call.WaitAsync(Patience)).ShouldBe(1);
    }

    [Fact]
    public async Task Tick_ThatInterleaves_LetsCallsThrough()
    {
        var grain = Grain();
        await grain.StartTimerAsync(Second, Timeout.InfiniteTimeSpan, true, "interleaving tick");
        Fixture.Time.Advance(Second);
        await Fixture.Gates.ReachedAsync("interleaving tick");

        (await grain.TicksAsync().WaitAsync(Patience)).ShouldBe(1);
        Fixture.Gates.Open("interleaving tick");
    }

    [Fact]
    public async Task Timer_AfterDispose_DoesNotTick()
    {
        var grain = Grain();
        await grain.StartTimerAsync(Second, Second, false, null);

        await grain.StopTimerAsync();
        Fixture.Time.Advance(5 * Second);

        (await grain.TicksAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Timer_AfterDeactivation_DoesNotTick()
    {
        var grain = Grain();
        var key = grain.GetPrimaryKeyString();
        await grain.StartTimerAsync(Second, Second, false, null);
        await grain.GoIdleAsync();
        await EventuallyAsync(() => Fixture.Diary.Read(key).Length == 2);

        Fixture.Time.Advance(5 * Second);
        await grain.EchoAsync("hello");

        Fixture.Diary.Read(key).ShouldBe(["activated", "deactivated: ApplicationRequested", "activated"]);
    }

    private static async Task TicksBecomeAsync(ILawGrain grain, int ticks)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await grain.TicksAsync() != ticks)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
