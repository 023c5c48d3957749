using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Answers;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Daemon.Tests.Answers;

public sealed class JobReportTests
{
    [Theory]
    [InlineData(false, "The gain comes from measurements that had no part in choosing, and no guarded metric")]
    [InlineData(true, "The gain comes from the gate's own pairs, which chose it, and is somewhat flattering; no guarded metric")]
    public void Markdown_Improved_SaysWhatTheGainIsFrom(bool fromGate, string sentence) => JobReport.Markdown(Reading(fromGate), []).ShouldContain(sentence);

    /// <summary>Answers that were stored before there was the field.</summary>
    [Fact]
    public void Answer_WithoutTheField_IsNotOfTheGate()
    {
        var stored = CoreJson.Write(Reading(fromGate: true).View.Answer!);

        var old = stored.Replace(",\"fromGate\":true", string.Empty, StringComparison.Ordinal);

        old.ShouldNotBe(stored);
        CoreJson.Read<JobAnswer>(stored).FromGate.ShouldBeTrue();
        CoreJson.Read<JobAnswer>(old).FromGate.ShouldBeFalse();
    }

    private static JobReading Reading(bool fromGate)
    {
        var bundle = Bundles.Simulated();
        var spec = new JobLoader(new KafkaParameterCatalogue()).Load(bundle);
        var view = new JobView("nightly", JobStatus.Done) { Answer = new JobAnswer(Verdict.Improved, spec.Baseline) { FromGate = fromGate } };
        return new JobReading(new StoredJob("nightly-1", "nightly", bundle, DateTimeOffset.UnixEpoch), spec, view, 1);
    }
}
