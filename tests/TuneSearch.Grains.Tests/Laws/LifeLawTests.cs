namespace TuneSearch.Grains.Tests.Laws;

public sealed class LifeLawTests(LawFixture fixture) : RuntimeLawTests(fixture)
{
    [Fact]
    public async Task FirstCall_OfAGrain_ActivatesItOnce()
    {
        var grain = Grain();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.EchoAsync("hello")));

        DiaryOf(grain).ShouldBe(["activated"]);
    }

    [Fact]
    public async Task Reference_WithoutACall_ActivatesNothing()
    {
        var grain = Grain();

        await Grain("another ").EchoAsync("hello");

        DiaryOf(grain).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeactivateOnIdle_AfterTheCall_EndsTheActivation()
    {
        var grain = Grain();

        await grain.GoIdleAsync();
        await EventuallyAsync(() => DiaryOf(grain).Length == 2);
        await grain.EchoAsync("hello");

        DiaryOf(grain).ShouldBe(["activated", "deactivated: ApplicationRequested", "activated"]);
    }

    [Fact]
    public async Task DeactivateOnIdle_WithCallsWaiting_MovesThemToTheNextActivation()
    {
        var grain = Grain();
        var leaving = grain.GoIdleSlowlyAsync("leaving");
        await Fixture.Gates.ReachedAsync("leaving");

        var waiting = grain.EchoAsync("I waited");
        Fixture.Gates.Open("leaving");

        (await waiting.WaitAsync(Patience)).ShouldBe("I waited");
        await leaving;
        DiaryOf(grain).ShouldBe(["activated", "deactivated: ApplicationRequested", "activated"]);
    }

    [Fact]
    public async Task IdleGrain_AfterItsAge_IsDeactivated()
    {
        var grain = Grain();
        await grain.EchoAsync("hello");

        while (DiaryOf(grain).Length < 2)
        {
            // The call's very end may still be under way when its answer is here.
            await Fixture.Runtime.CollectIdleAsync();
        }

        DiaryOf(grain)[1].ShouldBeOneOf("deactivated: ActivationIdle", "deactivated: RuntimeRequested");
    }

    [Fact]
    public async Task BusyGrain_AfterItsAge_Stays()
    {
        var grain = Grain();
        _ = grain.WaitAsync("busy");
        await Fixture.Gates.ReachedAsync("busy");

        await Fixture.Runtime.CollectIdleAsync();
        await grain.WaitBesideAndOpen(Fixture.Gates, "busy beside");

        DiaryOf(grain).ShouldBe(["activated"]);
        Fixture.Gates.Open("busy");
    }

    [Fact]
    public async Task Activation_ThatFails_FailsTheCallAndTheNextOneTriesAnew()
    {
        var grain = Grain("broken ");

        var exception = await Should.ThrowAsync<Exception>(() => grain.EchoAsync("hello"));

        exception.ToString().ShouldContain("cannot wake up");
        (await grain.EchoAsync("hello")).ShouldBe("hello");
    }

    private string[] DiaryOf(ILawGrain grain) => Fixture.Diary.Read(grain.GetPrimaryKeyString());
}
