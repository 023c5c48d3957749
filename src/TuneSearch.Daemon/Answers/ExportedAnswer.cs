using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Daemon.Answers;

/// <summary>An exporter as a format: NAME leads to the answer, NAME-undo back to the baseline.</summary>
internal sealed class ExportedAnswer(IExporter exporter, bool isUndo) : IAnswerFormat
{
    public string Name => isUndo ? exporter.Name + "-undo" : exporter.Name;

    public string ContentType => exporter.ContentType;

    public string FileName => isUndo ? "undo-" + exporter.FileName : exporter.FileName;

    public string Write(JobSpec job, JobAnswer answer) => exporter.Write(isUndo ? Answer.Undo(job, answer) : Answer.Of(job, answer));
}
