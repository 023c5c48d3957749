namespace TuneSearch.Deploy.Tests.Tools;

public class PromtoolTests
{
    [ToolFact("promtool", "prometheus")]
    public Task ScrapeConfiguration_IsValid() => Passes("check", "config", "--syntax-only", "deploy/prometheus/prometheus.yaml");

    [ToolFact("promtool", "prometheus")]
    public Task Rules_AreValid() => Passes("check", "rules", "deploy/prometheus/rules.yaml");

    [ToolFact("promtool", "prometheus")]
    public Task Rules_FireWhenTheirTestsSay() => Passes("test", "rules", "deploy/prometheus/rules.test.yaml");

    private static async Task Passes(params string[] arguments)
    {
        var (exitCode, output) = await Tool.RunAsync("promtool", arguments);

        exitCode.ShouldBe(0, output);
    }
}
