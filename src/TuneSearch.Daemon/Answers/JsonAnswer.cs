using System.Text.Json;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Answers;

internal sealed class JsonAnswer : IAnswerFormat
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    public string Name => "json";

    public string ContentType => "application/json";

    public string FileName => "best.json";

    public string Write(JobSpec job, JobAnswer answer) => JsonSerializer.Serialize(AnswerDocument.From(answer, job.Space), Indented) + "\n";
}
