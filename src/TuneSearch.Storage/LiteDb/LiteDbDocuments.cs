using System.Globalization;
using LiteDB;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.LiteDb;

/// <summary>How jobs and events look as documents. Keys that sort as texts in the order in which they are read.</summary>
internal static class LiteDbDocuments
{
    /// <summary>Stands between the parts of a key; no id or name contains it, and it sorts before whatever they contain.</summary>
    private const char Separator = '\n';

    public static BsonDocument Of(StoredJob job, long ordinal) => new()
    {
        ["_id"] = job.Id,
        ["name"] = job.Name,
        ["bundle"] = CoreJson.Write(job.Bundle),
        ["submittedAt"] = job.SubmittedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        ["ordinal"] = ordinal,
        ["version"] = 0L,
    };

    public static StoredJob ToJob(BsonDocument document) => new(
        document["_id"].AsString,
        document["name"].AsString,
        CoreJson.Read<JobBundle>(document["bundle"].AsString),
        DateTimeOffset.Parse(document["submittedAt"].AsString, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));

    public static BsonDocument Of(string job, long version, JobEvent happened) => new()
    {
        ["_id"] = EventKey(job, version),
        ["body"] = CoreJson.Write(happened),
    };

    public static string EventKey(string job, long version) => string.Create(CultureInfo.InvariantCulture, $"{job}{Separator}{version:D12}");

    public static string EvidenceKey(string job, int trial, string name) => string.Create(CultureInfo.InvariantCulture, $"{job}{Separator}{trial:D10}{Separator}{name}");

    /// <summary>What the keys of a job's evidence start with.</summary>
    public static string EvidencePrefix(string job) => $"{job}{Separator}";

    public static EvidenceName ToEvidence(string key, long bytes)
    {
        var parts = key.Split(Separator, 3);
        return new EvidenceName(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], bytes);
    }
}
