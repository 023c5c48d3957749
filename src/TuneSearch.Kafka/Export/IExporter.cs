namespace TuneSearch.Kafka.Export;

/// <summary>Writes an answer in the form that some tool applies.</summary>
/// <remarks>
/// Each changed line says default → tuned, its effect with interval, and whether it takes a restart. The undo, written by the same
/// exporter from <see cref="Answer.Undo"/>, leads back to the baseline. What the form cannot carry is named in a comment.
/// </remarks>
public interface IExporter
{
    /// <summary>What callers ask for: <c>best --format NAME</c>; the undo is <c>NAME-undo</c>.</summary>
    string Name { get; }

    string ContentType { get; }

    string FileName { get; }

    string Write(Answer answer);
}
