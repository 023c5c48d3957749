namespace TuneSearch.Grains.Tests.Laws;

public sealed class TurnLawTests(LawFixture fixture) : RuntimeLawTests(fixture)
{
    [Fact]
    public async Task Calls_ManyAtOnce_RunOneAfterTheOther()
    {
        var grain = Grain();

        var together = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.WorkAsync()));

        together.ShouldAllBe(calls => calls == 1);
    }

    [Fact]
    public async Task Calls_MarkedAlwaysInterleave_MixButTurnsNeverOverlap()
    {
        var grain = Grain();

        var together = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.WorkBesideAsync()));

        together.Max().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Calls_OfAReentrantClass_MixButTurnsNeverOverlap()
    {
        var grain = Fixture.Runtime.Grains.GetGrain<ICrowdGrain>(7);

        var together = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.WorkAsync()));

        together.Max().ShouldBeGreaterThan(1);
        (await grain.KeyAsync()).ShouldBe(7);
    }

    [Fact]
    public async Task Await_ThatEndsElsewhere_ComesBackToTheGrain() => (await Grain().ComesBackAsync()).ShouldBeTrue();

    [Fact]
    public async Task Call_WhileAnotherWaits_WaitsForTheWholeOfIt()
    {
        var grain = Grain();
        var first = grain.WaitAsync("whole-1");
        await Fixture.Gates.ReachedAsync("whole-1");

        var second = grain.WaitAsync("whole-2");
        await grain.WaitBesideAndOpen(Fixture.Gates, "whole-beside");

        Fixture.Gates.IsReached("whole-2").ShouldBeFalse();
        Fixture.Gates.Open("whole-1");
        Fixture.Gates.Open("whole-2");
        await Task.WhenAll(first, second).WaitAsync(Patience);
    }

    [Fact]
    public async Task ReadOnlyCalls_Together_Interleave()
    {
        var grain = Grain();

        var first = grain.WaitReadingAsync("reading-1");
        var second = grain.WaitReadingAsync("reading-2");
        await Task.WhenAll(Fixture.Gates.ReachedAsync("reading-1"), Fixture.Gates.ReachedAsync("reading-2"));

        Fixture.Gates.Open("reading-1");
        Fixture.Gates.Open("reading-2");
        await Task.WhenAll(first, second).WaitAsync(Patience);
    }

    [Fact]
    public async Task ReadOnlyCall_BesideAWritingOne_Waits()
    {
        var grain = Grain();
        var writing = grain.WaitAsync("writing");
        await Fixture.Gates.ReachedAsync("writing");

        var reading = grain.WaitReadingAsync("reading-behind");
        await grain.WaitBesideAndOpen(Fixture.Gates, "writing-beside");

        Fixture.Gates.IsReached("reading-behind").ShouldBeFalse();
        Fixture.Gates.Open("writing");
        Fixture.Gates.Open("reading-behind");
        await Task.WhenAll(writing, reading).WaitAsync(Patience);
    }

    [Fact]
    public async Task WorkBehindACall_GoesOnInTheGrainsTurns_WhileOtherCallsRun()
    {
        var grain = Grain();

        await grain.WorkOnAsync("behind");
        (await grain.EchoAsync("meanwhile")).ShouldBe("meanwhile");
        Fixture.Gates.Open("behind");
        await EventuallyAsync(() => Fixture.Diary.Read(grain.GetPrimaryKeyString()).Length == 2);

        Fixture.Diary.Read(grain.GetPrimaryKeyString()).ShouldBe(["activated", "worked in its turns"]);
    }
}
