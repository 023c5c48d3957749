using TuneSearch.Core.Jobs;

namespace TuneSearch.Core.Storage;

/// <param name="Id">Unique, short, fit for a URL.</param>
public sealed record StoredJob(string Id, string Name, JobBundle Bundle, DateTimeOffset SubmittedAt);
