using System.Text.Json.Nodes;
using System.Text.Json;
using TuneSearch.Cli.Output;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Cli.Runs;

/// <summary>Writes a run as JSON lines: <c>{"trial":1,"configuration":{…},"metrics":{…},"outcome":"measured"}</c> for each trial that
/// ended, and <c>{"recommend":{…}}</c> whenever the answer would change.</summary>
internal sealed class TraceWriter(string path) : IDisposable
{
    private readonly LineFile _lines = new(path);
    private Configuration? _recommended;
    private long _seen;

    /// <summary>Writes what happened since the last call.</summary>
    /// <exception cref="CliException">The file cannot be written any more.</exception>
    public void Write(JobReading job)
    {
        var rows = job.Trials.ToDictionary(row => row.Trial);
        foreach (var point in job.Progress.Where(point => point.Version > _seen))
        {
            // A trial that was run again by now is written when its last attempt ended.
            if (rows[point.Trial] is var row && row.Version == point.Version)
            {
                Line(Trial(row));
            }

            Recommend(point.Best);
            _seen = point.Version;
        }

        Recommend(job.View.Answer?.Configuration);
    }

    public void Dispose() => _lines.Dispose();

    private void Recommend(Configuration? best)
    {
        if (best is not null && !best.Equals(_recommended))
        {
            _recommended = best;
            Line(new JsonObject { ["recommend"] = Json(best) });
        }
    }

    private static JsonObject Trial(TrialRow row)
    {
        var line = new JsonObject
        {
            ["trial"] = row.Trial,
            ["configuration"] = Json(row.Configuration),
            ["metrics"] = Json(row.Metrics),
            ["outcome"] = row.Outcome,
        };
        if (row.Reason is { } reason)
        {
            line["reason"] = reason;
        }

        return line;
    }

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, ApiJson.Options);

    private void Line(JsonObject line) => _lines.WriteLine(line.ToJsonString(ApiJson.Options));
}
