using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Kafka.Tests.Export;

/// <summary>A line that the undo removes leaves the default of the Kafka that runs, which need not be the newest's.</summary>
public class UndoDefaultsTests
{
    private const string Setting = "group.coordinator.threads";

    [Theory]
    [InlineData("kafka/3.9", 4, "4")]
    [InlineData("kafka/3.9", 1, null)]
    [InlineData("kafka/4.1", 4, null)]
    [InlineData("kafka/4.1", 1, "1")]
    [InlineData(null, 4, "4")]
    [InlineData(null, 1, "1")]
    public void Undo_OfADefaultThatVersionsDifferIn_RemovesOnlyTheJobsOwn(string? use, int baseline, string? expected) =>
        Answer.Undo(Job(use, baseline), Improved(use, baseline)).Lines.ShouldHaveSingleItem().After.ShouldBe(expected);

    [Theory]
    [InlineData("kafka/3.9", "today 4 (default 1) -> tuned 8")]
    [InlineData("kafka/4.1", "default 4 -> tuned 8")]
    [InlineData(null, "today 4 -> tuned 8")]
    public void Write_Remark_SaysTheDefaultOfTheJobsVersion(string? use, string expected) =>
        Exporters.All.Single(exporter => exporter.Name == "server.properties").Write(Answer.Of(Job(use, 4), Improved(use, 4))).ShouldContain($"# {expected}; needs a restart");

    private static JobAnswer Improved(string? use, int baseline) => new(Verdict.Improved, Job(use, baseline).Baseline.With(Setting, ParameterValue.Integer(8)))
    {
        Changes = [new SettingChange(Setting, ParameterValue.Integer(baseline), ParameterValue.Integer(8), null)],
    };

    private static JobSpec Job(string? use, int baseline)
    {
        var draft = new SpaceDraft("test")
        {
            Use = use,
            Parameters = [use is not null ? new ParameterDraft(Setting) : new ParameterDraft(Setting)
            {
                Scope = ParameterScope.Broker, Range = [new RawValue("1"), new RawValue("8")], Default = new RawValue("4"), UpdateMode = UpdateMode.Restart,
            }],
        };
        var job = Tests.Clusters.Jobs.On(new ProcessClusterSpec()) with { Space = new SpaceBuilder(new KafkaParameterCatalogue()).Build(draft).OrThrow() };
        return job with { Baseline = job.Space.Defaults.With(Setting, ParameterValue.Integer(baseline)) };
    }
}
