using Orleans.Serialization;
using TuneSearch.Grains.Jobs;

namespace TuneSearch.Grains.Tests.Laws;

public sealed class CallLawTests(LawFixture fixture) : RuntimeLawTests(fixture)
{
    [Fact]
    public async Task Argument_ChangedAfterTheCall_IsUnchangedInTheGrain()
    {
        var grain = Grain();
        var parcel = new Parcel { Label = "books", Items = [1, 2] };

        await grain.KeepAsync(parcel);
        parcel.Items.Add(3);
        parcel.Label = "changed";

        var kept = await grain.KeptAsync();
        kept.Label.ShouldBe("books");
        kept.Items.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Result_ChangedByTheCaller_IsUnchangedInTheGrain()
    {
        var grain = Grain();
        await grain.KeepAsync(new Parcel { Items = [1] });

        (await grain.KeptAsync()).Items.Add(2);

        (await grain.KeptAsync()).Items.ShouldBe([1]);
    }

    [Fact]
    public async Task Argument_OfAnUnmarkedType_IsRefused()
    {
        var grain = Grain();

        var exception = await Should.ThrowAsync<CodecNotFoundException>(() => grain.TakeAsync(new UnmarkedParcel()));

        exception.Message.ShouldStartWith("Could not find a copier for type TuneSearch.Grains.Tests.Laws.UnmarkedParcel");
    }

    [Fact]
    public async Task Exception_InTheGrain_ReachesTheCallerWithTypeAndMessage()
    {
        var exception = await Should.ThrowAsync<InvalidOperationException>(() => Grain().ThrowAsync("not today"));

        exception.Message.ShouldBe("not today");
    }

    [Fact]
    public async Task OwnException_InTheGrain_ReachesTheCallerWithTypeAndMessage()
    {
        var exception = await Should.ThrowAsync<UnknownJobException>(() => Grain().ThrowUnknownJobAsync("j1"));

        exception.Message.ShouldBe("There is no job 'j1' in the store. 'tunesearch jobs' lists those there are.");
    }

    [Fact]
    public async Task Call_AfterAnException_IsServed()
    {
        var grain = Grain();
        await Should.ThrowAsync<InvalidOperationException>(() => grain.ThrowAsync("not today"));

        (await grain.EchoAsync("again")).ShouldBe("again");
    }

    [Fact]
    public async Task CallChain_ThatComesBackToItsBeginning_TimesOut()
    {
        var grain = Grain();

        var call = grain.CallThereAsync("the other end");
        await Fixture.Gates.ReachedAsync($"called back {grain.GetPrimaryKeyString()}");
        await EventuallyAsync(() =>
        {
            Fixture.Runtime.PassResponseTimeout();
            return call.IsCompleted;
        });

        await Should.ThrowAsync<TimeoutException>(() => call);
    }

    [Fact]
    public void References_ToTheSameGrain_AreEqual()
    {
        Grain().ShouldBe(Grain());
        Grain().ShouldNotBe(Grain("another "));
        Grain().GetPrimaryKeyString().ShouldBe(nameof(References_ToTheSameGrain_AreEqual));
    }
}
