using System.Text.Json;

using TuneSearch.Deploy.Tests.Metrics;
using TuneSearch.Deploy.Tests.Repository;

namespace TuneSearch.Deploy.Tests.Dashboards;

public class DashboardTests
{
    private const int GridWidth = 24;

    private static readonly JsonElement Dashboard = JsonDocument.Parse(RepositoryFiles.Read("deploy/grafana/dashboards/tunesearch.json")).RootElement;

    private static IEnumerable<JsonElement> Everything => Dashboard.GetProperty("panels").EnumerateArray();

    private static IEnumerable<JsonElement> Panels => Everything.Where(panel => Text(panel, "type") != "row");

    [Fact]
    public void Panels_MetricsAndLabels_ExistInTheDaemon() =>
        Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()
            .SelectMany(target => MetricExpression.Problems(Text(panel, "title"), Text(target, "expr"), Text(target, "legendFormat")))).ShouldBeEmpty();

    [Fact]
    public void Variables_MetricsAndLabels_ExistInTheDaemon()
    {
        var query = Text(Dashboard.GetProperty("templating").GetProperty("list").EnumerateArray().Single(variable => Text(variable, "type") == "query").GetProperty("query"), "query");

        query.ShouldBe("label_values(tunesearch_job_trials, job_id)");
        MetricExpression.Problems("job_id", "tunesearch_job_trials{job_id=\"x\"}").ShouldBeEmpty();
    }

    [Fact]
    public void Panels_Each_SaysWhatItShowsInWhichUnit() => Panels.ShouldAllBe(panel =>
        Text(panel, "title").Length > 0 && Text(panel, "description").EndsWith('.') && Text(panel.GetProperty("fieldConfig").GetProperty("defaults"), "unit").Length > 0);

    [Fact]
    public void Panels_Each_TakesTheChosenDataSource() => Panels.ShouldAllBe(panel => Text(panel.GetProperty("datasource"), "uid") == "${datasource}");

    [Fact]
    public void Panels_Numbers_AreUnique() => Everything.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();

    [Fact]
    public void Panels_Places_LieInTheGridAndDoNotOverlap()
    {
        var cells = Everything.SelectMany(panel => Cells(panel.GetProperty("gridPos"))).ToArray();

        cells.ShouldBeUnique();
        cells.ShouldAllBe(cell => cell.X < GridWidth);
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonElement place) =>
        from x in Enumerable.Range(place.GetProperty("x").GetInt32(), place.GetProperty("w").GetInt32())
        from y in Enumerable.Range(place.GetProperty("y").GetInt32(), place.GetProperty("h").GetInt32())
        select (x, y);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString().ShouldNotBeNull(name);
}
