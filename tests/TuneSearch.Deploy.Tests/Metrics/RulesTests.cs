using TuneSearch.Deploy.Tests.Repository;

using YamlDotNet.RepresentationModel;

namespace TuneSearch.Deploy.Tests.Metrics;

public class RulesTests
{
    private static readonly string[] Severities = ["warning", "critical"];

    private static IEnumerable<YamlNode> Rules => Yaml.Read("deploy/prometheus/rules.yaml").Items("groups").SelectMany(group => group.Items("rules"));

    [Fact]
    public void Rules_MetricsAndLabels_ExistInTheDaemon() =>
        Rules.SelectMany(rule => MetricExpression.Problems(rule.Text("alert"), rule.Text("expr"), rule.Text("annotations.description"))).ShouldBeEmpty();

    [Fact]
    public void Rules_EachAlert_SaysWhatAndHowGrave() => Rules.ShouldAllBe(rule =>
        rule.Text("annotations.summary").EndsWith('.') && rule.Text("annotations.description").EndsWith('.') && Severities.Contains(rule.Text("labels.severity")));

    [Fact]
    public void ScrapeConfiguration_RuleFiles_LieBesideIt() =>
        Yaml.Read("deploy/prometheus/prometheus.yaml").Texts("rule_files").ShouldAllBe(file => File.Exists(RepositoryFiles.PathOf($"deploy/prometheus/{file}")));
}
