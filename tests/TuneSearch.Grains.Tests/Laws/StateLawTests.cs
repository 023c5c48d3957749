using Orleans.Storage;

namespace TuneSearch.Grains.Tests.Laws;

public sealed class StateLawTests(LawFixture fixture) : RuntimeLawTests(fixture)
{
    [Fact]
    public async Task State_OfANewGrain_IsEmpty() => (await Grain().GetStateAsync()).ShouldBe(0);

    [Fact]
    public async Task State_AfterDeactivation_IsReadAgain()
    {
        var grain = Grain();
        await grain.SetStateAsync(1);
        await grain.SetStateAsync(42);

        await DeactivateAsync(grain);

        (await grain.GetStateAsync()).ShouldBe(42);
    }

    [Fact]
    public async Task State_NotWritten_IsLostWithTheActivation()
    {
        var grain = Grain();
        await grain.SetStateAsync(42);
        await grain.ClearStateAsync();

        (await grain.GetStateAsync()).ShouldBe(0);
        await DeactivateAsync(grain);

        (await grain.GetStateAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task WriteState_AfterAnotherWriter_IsRefused()
    {
        var grain = Grain();
        await grain.SetStateAsync(1);
        var key = $"grain/count/law/{grain.GetPrimaryKeyString()}";
        var stored = await Fixture.Store.GetStateAsync(key, default);
        stored.ShouldBe("""{"version":1,"state":{"value":1}}""");
        await Fixture.Store.PutStateAsync(key, """{"version":2,"state":{"value":5}}""", default);

        var exception = await Should.ThrowAsync<InconsistentStateException>(() => grain.SetStateAsync(2));

        exception.Message.ShouldContain($"State 'count' of grain law/{grain.GetPrimaryKeyString()} was written by another activation meanwhile. Read it again.");
    }

    private async Task DeactivateAsync(ILawGrain grain)
    {
        await grain.GoIdleAsync();
        await EventuallyAsync(() => Fixture.Diary.Read(grain.GetPrimaryKeyString()).Length == 2);
    }
}
