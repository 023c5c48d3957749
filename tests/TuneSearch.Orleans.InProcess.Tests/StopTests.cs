using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task Stop_DeactivatesEveryGrain()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await Task.WhenAll(runtime.Echo("a").EchoAsync("hello"), runtime.Echo("b").EchoAsync("hello"));

        await runtime.StopAsync();

        runtime.Witness.Seen.Order().ShouldBe(
            ["a activated", "a deactivated: ShuttingDown", "a disposed", "b activated", "b deactivated: ShuttingDown", "b disposed"]);
    }

    [Fact]
    public async Task Stop_WaitsForCallsThatRun()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        var running = await runtime.HangAsync("a");
        await runtime.Echo("b").EchoAsync("hello");

        var stopping = runtime.StopAsync();
        await RuntimeHarness.EventuallyAsync(() => runtime.Witness.Seen.Contains("b disposed"));
        runtime.Witness.Seen.ShouldNotContain("a deactivated: ShuttingDown");
        stopping.IsCompleted.ShouldBeFalse();

        runtime.Release("a");
        await Task.WhenAll(running, stopping).WaitAsync(TimeSpan.FromSeconds(20));
        runtime.Witness.Seen.ShouldContain("a deactivated: ShuttingDown");
    }

    [Fact]
    public async Task Call_AfterTheStop_IsRefused()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await runtime.StopAsync();

        (await Should.ThrowAsync<OrleansException>(() => runtime.Echo("a").EchoAsync("hello"))).Message.ShouldBe(
            "Grain echo/a was called while the process is shutting down. Call again once it runs.");
    }

    [Fact]
    public async Task Deactivation_ThatHangs_IsGivenUpAfter30Seconds()
    {
        await using var runtime = await RuntimeHarness.StartAsync();
        await runtime.Echo("a").HangInDeactivationAsync();

        var stopping = runtime.StopAsync();
        await RuntimeHarness.EventuallyAsync(() => runtime.Witness.Seen.Length == 2);
        runtime.Time.Advance(TimeSpan.FromSeconds(30));

        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
        runtime.Witness.Seen.ShouldBe(["a activated", "a deactivated: ShuttingDown", "a disposed"]);
    }
}
