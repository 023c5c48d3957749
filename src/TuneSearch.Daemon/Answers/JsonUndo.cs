using System.Text.Json;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Daemon.Answers;

/// <summary>What takes <see cref="JsonAnswer"/> back, for programs.</summary>
internal sealed class JsonUndo : IAnswerFormat
{
    /// <summary>A value that is to be removed stands there as null, so nothing is left out.</summary>
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    public string Name => "json-undo";

    public string ContentType => "application/json";

    public string FileName => "undo-best.json";

    public string Write(JobSpec job, JobAnswer answer) => JsonSerializer.Serialize(
        new UndoDocument(
            job.Baseline,
            [.. Answer.Undo(job, answer).Lines.Select(line => new UndoneChangeDocument(line.Parameter.Name, line.Parameter.Scope.ToString().ToLowerInvariant(), line.Before, line.After, line.NeedsRestart))]),
        Indented) + "\n";
}
