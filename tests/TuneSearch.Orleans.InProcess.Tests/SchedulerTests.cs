namespace Orleans.InProcess.Tests;

public sealed class SchedulerTests
{
    [Fact]
    public async Task Call_WithAmbientValuesOfTheCaller_DoesNotCarryThem()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        runtime.Witness.Ambient.Value = "the caller's own";

        (await runtime.Echo("a").AmbientAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Calls_ToThousandsOfGrains_AllAnswer()
    {
        await using var runtime = await RuntimeHarness.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5000).Select(number => runtime.Echo($"{number % 1000}").EchoAsync($"{number}")));

        answers.ShouldBe(Enumerable.Range(0, 5000).Select(number => $"{number}"));
    }

    [Fact]
    public void Grain_MadeByHand_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new LonelyGrain()).Message.ShouldBe(
            "LonelyGrain is made by the runtime when its first call comes. Ask IGrainFactory.GetGrain for a reference instead.");

    private sealed class LonelyGrain : Grain;
}
